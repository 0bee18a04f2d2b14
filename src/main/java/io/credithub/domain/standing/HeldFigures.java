package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import java.time.LocalDate;
import java.util.Map;

/// What the ledger holds for a school year, as far as requirements depend on it.
///
/// @param recognised what caps leave of it
/// @param lines the same by the key of each floor and theme, after the caps of its own
@Article({"二(四)", "五(二)"})
public record HeldFigures(Credits recognised, Map<String, Credits> lines) {
    public HeldFigures {
        lines = Map.copyOf(lines);
    }

    /// @param schoolYear of the cycle of the sums
    public static HeldFigures of(
            CycleSums sums, TeacherFacts teacher, LocalDate asOf, int schoolYear) {
        CycleCounts counted = new CycleCounts(sums.policy(), sums.tally(), teacher, asOf);
        return DecidedYears.held(counted, schoolYear - counted.cycle());
    }
}
