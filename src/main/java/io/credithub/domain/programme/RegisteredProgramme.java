package io.credithub.domain.programme;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the programme register, as it is in force.
///
/// @param number of the entry in the register, above 0; stable
/// @param code official, unique in the register
/// @param name as written
/// @param names its name and aliases, each in the normal form
/// @param hourHundredths 学时 in hundredths; absent where the register does not say
/// @param organiser in its normal form
/// @param startsOn first day of the period; absent: open
/// @param endsOn last day of the period; absent: open
/// @param isWithdrawn the whole programme earns nothing: its attendance was faked, for one
public record RegisteredProgramme(
        int number,
        String code,
        String name,
        List<String> names,
        @Nullable Level level,
        @Nullable Form form,
        @Nullable Integer hourHundredths,
        @Nullable String organiser,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean isWithdrawn) {
    public RegisteredProgramme {
        names = List.copyOf(names);
    }
}
