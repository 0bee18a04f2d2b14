package io.credithub.domain.policy;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.Fractions;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.Multiplier;
import io.credithub.domain.policy.terms.RoleRule;
import io.credithub.domain.policy.terms.Themes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the divisor and the multipliers of a training, and brings every amount to one common
/// denominator, so that it is a whole number until the single rounding at the end. What could leave
/// a `long` for the hours that a record may have is refused here, once, and not met later.
final class HoursTable {
    /// The most that the door lets a record have.
    static final int HOUR_HUNDREDTHS_MAX = 100_000;

    /// The most that an award may come to, in hundredths: a million. The ledger holds it easily.
    static final long AWARD_MAX = 100_000_000;

    private static final long COMMON_MAX = 1_000_000_000;
    private static final int FORMS = Form.values().length + 1;
    private static final int CELLS = (Level.values().length + 1) * FORMS;

    private final List<List<HoursEntry>> cells = new ArrayList<>(CELLS);
    private final long common;

    /// A rule of the scale at one level, with the multipliers that may go with it there.
    ///
    /// @param ordinal of the rule in [Policy#rules()]
    /// @param roles one at most of each role
    record HoursEntry(HoursRule rule, int ordinal, List<Factor> factors, List<RoleFactor> roles) {
        /// The denominator of what this entry makes of an hour's hundredths.
        long below() {
            long below = rule.hourHundredthsPerCredit();
            for (Factor factor : factors) below = Math.multiplyExact(below, factor.below());
            return below;
        }

        /// As [#below] for the numerator, if every factor that raises fits and none that lowers.
        long aboveMax() {
            long above = 1;
            for (Factor factor : factors) {
                above = Math.multiplyExact(above, Math.max(factor.above(), factor.below()));
            }
            return above;
        }

        /// @return null of the participant, who gets all of it, and of a role that no rule names
        @Nullable RoleFactor of(TrainingRole role) {
            for (int i = 0; i < roles.size(); i++) {
                if (roles.get(i).rule().role() == role) return roles.get(i);
            }
            return null;
        }
    }

    /// A multiplier as a fraction in its lowest terms.
    record Factor(Multiplier multiplier, long above, long below) {
        static Factor of(Multiplier multiplier) {
            long percent = multiplier.tenThousandths();
            long common = Fractions.greatestCommonDivisor(percent, GradeRule.WHOLE);
            return new Factor(multiplier, percent / common, GradeRule.WHOLE / common);
        }
    }

    /// A role's share as a fraction in its lowest terms.
    record RoleFactor(RoleRule rule, long above, long below) {
        static RoleFactor of(RoleRule rule) {
            long common = Fractions.greatestCommonDivisor(rule.part(), rule.whole());
            return new RoleFactor(rule, rule.part() / common, rule.whole() / common);
        }
    }

    HoursTable(AwardTerms terms, int firstOrdinal) {
        for (int cell = 0; cell < CELLS; cell++) cells.add(List.of());
        for (Level level : Level.values()) {
            for (Form form : Form.values()) {
                cells.set(cell(level, form), entries(terms, firstOrdinal, level, form));
            }
        }
        long multiple = 1;
        try {
            for (List<HoursEntry> cell : cells) {
                for (HoursEntry entry : cell) {
                    multiple = Fractions.leastCommonMultiple(multiple, below(entry));
                }
            }
            if (multiple > COMMON_MAX) throw new ArithmeticException("above " + COMMON_MAX);
            for (List<HoursEntry> cell : cells)
                for (HoursEntry entry : cell) bound(entry, multiple, terms);
        } catch (ArithmeticException large) {
            throw new IllegalArgumentException(
                    "divisors, multipliers and grades make numbers that are too large: "
                            + large.getMessage());
        }
        this.common = multiple;
    }

    /// The denominator of an entry whatever the role.
    private static long below(HoursEntry entry) {
        long below = entry.below();
        long multiple = below;
        for (RoleFactor role : entry.roles()) {
            long itsBelow = Math.multiplyExact(below, role.below());
            multiple = Fractions.leastCommonMultiple(multiple, itsBelow);
        }
        return multiple;
    }

    /// The entries of a level and a form: those with themes first, each in the file's order.
    private static List<HoursEntry> entries(AwardTerms terms, int first, Level level, Form form) {
        List<Factor> factors =
                terms.multipliers().stream()
                        .filter(one -> one.fits(level, form))
                        .map(Factor::of)
                        .toList();
        List<RoleFactor> roles =
                terms.roles().stream()
                        .filter(one -> one.fits(level, form))
                        .map(RoleFactor::of)
                        .toList();
        List<HoursEntry> themed = new ArrayList<>();
        List<HoursEntry> general = new ArrayList<>();
        for (int i = 0; i < terms.hours().size(); i++) {
            HoursRule rule = terms.hours().get(i);
            if (!rule.fits(level, form)) continue;
            (rule.themes().isEmpty() ? general : themed)
                    .add(new HoursEntry(rule, first + i, factors, roles));
        }
        if (general.size() > 1) {
            throw new IllegalArgumentException("two rules for " + level + " " + form);
        }
        themed.addAll(general);
        return List.copyOf(themed);
    }

    /// @throws ArithmeticException if the largest record's amount times the largest grade, or times
    ///   the cap, is no `long`, or if its award is beyond [#AWARD_MAX]
    private static void bound(HoursEntry entry, long common, AwardTerms terms) {
        long grade = GradeRule.WHOLE;
        for (GradeRule rule : terms.grades()) grade = Math.max(grade, rule.tenThousandths());
        long weight = Math.multiplyExact(entry.aboveMax(), common / entry.below());
        for (RoleFactor role : entry.roles()) {
            long below = Math.multiplyExact(entry.below(), role.below());
            long above = Math.multiplyExact(entry.aboveMax(), role.above());
            weight = Math.max(weight, Math.multiplyExact(above, common / below));
        }
        long share = Math.multiplyExact(HOUR_HUNDREDTHS_MAX, weight);
        EventMost most = terms.eventMost();
        long cap = most == null ? 0 : most.credits().hundredths();
        long largest = Math.multiplyExact(share, Math.max(grade, cap));
        if (most == null && largest / common / (GradeRule.WHOLE / 100) > AWARD_MAX) {
            throw new ArithmeticException(entry.rule().code());
        }
    }

    /// @return null if no rule is about such a training
    @Nullable HoursEntry entry(Facts facts, Form form) {
        List<HoursEntry> entries = cells.get(cell(facts.level(), form));
        for (int i = 0; i < entries.size(); i++) {
            HoursEntry entry = entries.get(i);
            if (Themes.fit(entry.rule().themes(), facts.themes())) return entry;
        }
        return null;
    }

    /// Hours ÷ divisor × multipliers × what the role gets; of a role that no rule names, as if it
    /// were the participant's.
    ///
    /// @return credits, as a numerator over [#common]
    long share(HoursEntry entry, Facts facts, int hourHundredths, StepListener trail) {
        long above = hourHundredths;
        long below = entry.rule().hourHundredthsPerCredit();
        for (int i = 0; i < entry.factors().size(); i++) {
            Factor factor = entry.factors().get(i);
            if (!Themes.fit(factor.multiplier().themes(), facts.themes())) continue;
            above = Math.multiplyExact(above, factor.above());
            below = Math.multiplyExact(below, factor.below());
            trail.multiplied(factor.multiplier(), above, below);
        }
        RoleFactor role = entry.of(facts.role());
        if (role != null) {
            above = Math.multiplyExact(above, role.above());
            below = Math.multiplyExact(below, role.below());
            trail.ofRole(role.rule(), above, below);
        }
        return Math.multiplyExact(above, common / below);
    }

    long common() {
        return common;
    }

    private static int cell(Level level, Form form) {
        return level.code() * FORMS + form.code();
    }
}
