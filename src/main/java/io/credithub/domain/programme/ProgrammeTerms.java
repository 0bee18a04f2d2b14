package io.credithub.domain.programme;

import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the register states of a programme, as it is written there.
///
/// @param hourHundredths 学时 in hundredths; absent where the register does not say
/// @param startsOn first day of the period; absent: open
/// @param endsOn last day of the period; absent: open
/// @param places 名额 by the code of the county, in the order of the codes
public record ProgrammeTerms(
        String name,
        @Nullable Level level,
        @Nullable Form form,
        @Nullable Integer hourHundredths,
        @Nullable String organiser,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Map<String, Integer> places) {
    public ProgrammeTerms {
        places = Collections.unmodifiableMap(new TreeMap<>(places));
    }

    /// A programme of which nothing is stated but its name.
    public static ProgrammeTerms named(String name) {
        return new ProgrammeTerms(name, null, null, null, null, null, null, Map.of());
    }

    /// Whether a day lies in the period.
    boolean isIn(LocalDate day) {
        return (startsOn == null || !day.isBefore(startsOn))
                && (endsOn == null || !day.isAfter(endsOn));
    }
}
