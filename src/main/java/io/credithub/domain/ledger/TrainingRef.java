package io.credithub.domain.ledger;

import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which training a record is of, as far as copies are told by it.
///
/// @param programme the number of the title
/// @param family the number of what its title shares with all that may mean the same training
/// @param startedOn first day; absent where the source does not say
public record TrainingRef(
        int programme, int family, ProgrammeTitle title, @Nullable LocalDate startedOn) {
    /// The same training in another family.
    TrainingRef of(int other) {
        return new TrainingRef(programme, other, title, startedOn);
    }
}
