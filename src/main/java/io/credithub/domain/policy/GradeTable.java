package io.credithub.domain.policy;

import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.terms.AttendanceRule;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.GradeRule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What attendance and grade leave of the credits for the hours.
final class GradeTable {
    private static final int GRADES = Grade.values().length + 1;

    private final @Nullable AttendanceRule attendance;
    private final GradeEffect[] outcomes = new GradeEffect[(Level.values().length + 1) * GRADES];

    /// @param tenThousandths 0: nothing
    /// @param instead the rule that decided it, as in [Award#rule()], or -1
    record GradeEffect(GradeRule rule, int tenThousandths, int instead) {
        int or(int ordinal) {
            return instead < 0 ? ordinal : instead;
        }
    }

    GradeTable(AwardTerms terms) {
        this.attendance = terms.attendance();
        for (Level level : Level.values()) {
            for (Grade grade : Grade.values()) {
                GradeRule rule =
                        terms.grades().stream()
                                .filter(one -> one.fits(level, grade))
                                .findFirst()
                                .orElseThrow(() -> without(level, grade));
                int instead = rule.tenThousandths() == 0 ? HoursScale.FAILED : -1;
                outcomes[cell(level, grade)] =
                        new GradeEffect(rule, rule.tenThousandths(), instead);
            }
        }
    }

    /// @param seen the share of the time that the teacher was there; null where nobody says
    GradeEffect outcome(Level level, Grade grade, @Nullable BigDecimal seen, StepListener trail) {
        GradeEffect outcome = outcomes[cell(level, grade)];
        if (seen != null && attendance != null && !attendance.isEnough(seen)) {
            trail.absent(attendance, seen);
            return new GradeEffect(outcome.rule(), 0, HoursScale.ABSENT);
        }
        if (outcome.tenThousandths() == 0) trail.failed(outcome.rule());
        return outcome;
    }

    private static IllegalArgumentException without(Level level, Grade grade) {
        return new IllegalArgumentException("no rule for " + grade + " at " + level);
    }

    private static int cell(Level level, Grade grade) {
        return level.code() * GRADES + grade.code();
    }
}
