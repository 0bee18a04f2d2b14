package io.credithub.domain.ledger;

import io.credithub.domain.programme.ProgrammeTitle;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/// Says which of a teacher's records count, which stand aside and which are held: a function of the
/// set of records and of what people decided, whatever the order of both.
public interface CopyMatcher {
    /// Places records of one family: what follows from their own contents and from one another.
    ///
    /// @param records of one teacher and family, each the content of its record that counts
    /// @return one placement each
    Map<RecordVersion, Placement> placeFamily(
            Collection<RecordVersion> records, PairDecisions decisions);

    /// Places everything of a teacher: besides, what cannot be true together.
    ///
    /// @param records all of one teacher, of any family
    /// @return one placement each
    Map<RecordVersion, Placement> placeAll(
            Collection<RecordVersion> records, PairDecisions decisions);

    /// How far in front a record is by its system's precedence for its level: smaller comes first.
    int precedence(RecordVersion record);

    /// The name of the family of a training, of which the store has the number.
    String family(ProgrammeTitle title, LocalDate day);
}
