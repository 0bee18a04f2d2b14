package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.YearStanding.DecidedYearStanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The school years of a cycle as they were decided, beside what the ledger holds of them. A
/// decided year counts as decided; where the ledger says something else by now, it is in question
/// until an authority settles it.
@Article({"二(四)", "五(二)"})
final class DecidedYears {
    private final CycleCounts counted;

    DecidedYears(CycleCounts counted) {
        this.counted = counted;
    }

    /// @return null if the year is not decided
    @Nullable FrozenYear of(int year) {
        for (FrozenYear frozen : counted.teacher().frozen()) {
            if (frozen.schoolYear() == counted.cycle() + year) return frozen;
        }
        return null;
    }

    /// What counts of a year.
    long recognised(int year) {
        FrozenYear frozen = of(year);
        return frozen == null ? held(year) : frozen.recognised().hundredths();
    }

    /// What the ledger holds of a year, after caps.
    private long held(int year) {
        return counted.recognition(0).kept(year);
    }

    /// What the bank may give out: of a decided year at most what the ledger holds.
    long backed() {
        long sum = 0;
        for (int year = 0; year < counted.tally().years(); year++) {
            sum += Math.min(recognised(year), held(year));
        }
        return sum;
    }

    /// What counts of a floor or theme in the cycle.
    ///
    /// @param line its place among the policy's lines
    long counted(int line) {
        long sum = 0;
        String key = line(line).key();
        for (int year = 0; year < counted.tally().years(); year++) {
            Credits was = figure(of(year), key);
            sum += was == null ? counted.recognition(line).kept(year) : was.hundredths();
        }
        return sum;
    }

    private static @Nullable Credits figure(@Nullable FrozenYear frozen, String key) {
        if (frozen == null || frozen.figures() == null) return null;
        return frozen.figures().lines().get(key);
    }

    /// The result beside what the ledger holds now.
    DecidedYearStanding result(int year, FrozenYear frozen) {
        List<DecidedYearStanding.YearDifference> lines = new ArrayList<>();
        for (int line = 1; line < counted.policy().lines().size(); line++) {
            Credits was = figure(frozen, line(line).key());
            if (was == null) continue;
            Credits held = new Credits(counted.recognition(line).kept(year));
            if (!held.equals(was)) {
                lines.add(new DecidedYearStanding.YearDifference(line(line).key(), was, held));
            }
        }
        Credits difference = new Credits(held(year)).minus(frozen.recognised());
        boolean differs = difference.hundredths() != 0 || !lines.isEmpty();
        boolean settled = held(counted, year).equals(frozen.confirmed());
        return new DecidedYearStanding(
                frozen.recognised(), frozen.qualified(), difference, differs && !settled, lines);
    }

    /// What the ledger holds for a year.
    static HeldFigures held(CycleCounts counted, int year) {
        Map<String, Credits> lines = new HashMap<>();
        List<RequirementLine> all = counted.policy().lines();
        for (int line = 1; line < all.size(); line++) {
            if (all.get(line).isCap()) continue;
            lines.put(all.get(line).key(), new Credits(counted.recognition(line).kept(year)));
        }
        return new HeldFigures(new Credits(counted.recognition(0).kept(year)), lines);
    }

    private RequirementLine line(int number) {
        return counted.policy().lines().get(number);
    }
}
