package io.credithub.demo.injected;

import io.credithub.demo.model.Programme;
import java.time.LocalDate;
import java.util.List;

/// An entry of the province's programme register.
///
/// @param programme with a code
/// @param aliases other names that it goes by
/// @param isWithdrawn in the end: its attendance was faked
public record OfficialProgramme(Programme programme, List<String> aliases, boolean isWithdrawn) {
    private static final int DAYS_AROUND = 10;

    public OfficialProgramme {
        aliases = List.copyOf(aliases);
    }

    public OfficialProgramme(Programme programme, List<String> aliases) {
        this(programme, aliases, false);
    }

    /// Some days before it begins, since sources correct their dates.
    public LocalDate startsOn() {
        return programme.startedOn().minusDays(DAYS_AROUND);
    }

    public LocalDate endsOn() {
        return programme.completedOn().plusDays(DAYS_AROUND);
    }
}
