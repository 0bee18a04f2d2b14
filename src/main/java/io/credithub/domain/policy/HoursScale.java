package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns hours and a grade into credits, exactly: every divisor is brought to a common multiple, so
/// that an amount is one whole number over it until the single rounding at the end.
@Article({"四(一)", "四(二)"})
final class HoursScale {
    static final int ABSENT = 0;
    static final int FAILED = 1;
    static final int BLENDED = 2;
    static final int BLENDED_UNSPLIT = 3;
    static final int FIRST_HOURS_RULE = 4;

    private static final int LEVELS = Level.values().length + 1;
    private static final int FORMS = Form.values().length + 1;
    private static final Form[] POSSIBLE_PARTS = {Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED};

    private final Terms terms;
    private final LineShares lines;
    private final @Nullable HoursRule[] table = new HoursRule[LEVELS * FORMS];
    private final int[] ordinals = new int[LEVELS * FORMS];
    private final GradeRule[] grades;
    private final long common;

    HoursScale(Terms terms, LineShares lines) {
        this.terms = terms;
        this.lines = lines;
        this.common = CommonMultiple.of(terms.hours());
        for (int rule = 0; rule < terms.hours().size(); rule++) {
            HoursRule hours = terms.hours().get(rule);
            for (Level level : hours.levels()) {
                int cell = cell(level, hours.form());
                if (table[cell] != null) {
                    throw new IllegalArgumentException("two rules for " + level + hours.form());
                }
                table[cell] = hours;
                ordinals[cell] = FIRST_HOURS_RULE + rule;
            }
        }
        this.grades = new GradeRule[Grade.values().length + 1];
        for (GradeRule rule : terms.grades()) grades[rule.grade().code()] = rule;
        for (Grade grade : Grade.values()) {
            if (grades[grade.code()] == null) {
                throw new IllegalArgumentException("no rule for " + grade);
            }
        }
    }

    Judgement course(Facts facts, Course course, Trail trail) {
        int cell = cell(facts.level(), course.form());
        HoursRule rule = table[cell];
        if (rule == null) return noRule("/form", facts.level(), course.form());
        trail.divided(rule, course.hourHundredths());
        Outcome outcome = outcome(course.grade(), course.attendance(), trail);
        long share = share(rule, course.hourHundredths());
        long credits = credits(share, outcome, trail);
        return new Awarded(
                award(facts, outcome.or(ordinals[cell]), share, credits)
                        .with(lines.whole(facts, credits)),
                List.of());
    }

    /// Each part by its own hours; only its centralised part fills a centralised floor.
    Judgement blended(Facts facts, Blended blended, Trail trail) {
        if (blended.parts().isEmpty()) return unsplit(facts, blended, trail);
        long share = 0;
        for (int i = 0; i < blended.parts().size(); i++) {
            Part part = blended.parts().get(i);
            HoursRule rule = table[cell(facts.level(), part.form())];
            if (rule == null) {
                return noRule("/parts/" + i + "/form", facts.level(), part.form());
            }
            trail.dividedPart(rule, part.hourHundredths());
            share = Math.addExact(share, share(rule, part.hourHundredths()));
        }
        trail.summed(share, common);
        Outcome outcome = outcome(blended.grade(), blended.attendance(), trail);
        long credits = credits(share, outcome, trail);
        long[] shares =
                lines.byParts(facts, credits, mask -> creditsOf(mask, facts, blended, outcome));
        return new Awarded(
                award(facts, outcome.or(BLENDED), share, credits).with(shares), List.of());
    }

    /// Nobody said how the hours divide: the dearest divisor of the forms that there may be, and no
    /// credit toward a floor of one form.
    private Judgement unsplit(Facts facts, Blended blended, Trail trail) {
        HoursRule dearest = null;
        for (Form form : POSSIBLE_PARTS) {
            HoursRule rule = table[cell(facts.level(), form)];
            if (rule != null
                    && (dearest == null
                            || rule.hourHundredthsPerCredit()
                                    > dearest.hourHundredthsPerCredit())) {
                dearest = rule;
            }
        }
        if (dearest == null) return noRule("/form", facts.level(), Form.BLENDED);
        trail.dividedUnsplit(dearest, blended.hourHundredths());
        Outcome outcome = outcome(blended.grade(), blended.attendance(), trail);
        long share = share(dearest, blended.hourHundredths());
        long credits = credits(share, outcome, trail);
        return new Awarded(
                award(facts, outcome.or(BLENDED_UNSPLIT), share, credits)
                        .with(lines.whole(facts, credits)),
                List.of(new Finding(FindingCode.SPLIT_MISSING, "/parts", null)));
    }

    /// What attendance and grade leave of the credits for the hours.
    ///
    /// @param tenThousandths 0: nothing
    /// @param instead the rule that decided it, or -1
    private record Outcome(GradeRule rule, int tenThousandths, int instead) {
        int or(int ordinal) {
            return instead < 0 ? ordinal : instead;
        }
    }

    private Outcome outcome(Grade grade, @Nullable BigDecimal attendance, Trail trail) {
        GradeRule rule = grades[grade.code()];
        AttendanceRule minimum = terms.attendance();
        if (attendance != null && minimum != null && attendance.compareTo(minimum.minimum()) < 0) {
            trail.absent(minimum, attendance);
            return new Outcome(rule, 0, ABSENT);
        }
        if (rule.tenThousandths() == 0) {
            trail.failed(rule);
            return new Outcome(rule, 0, FAILED);
        }
        return new Outcome(rule, rule.tenThousandths(), -1);
    }

    private long credits(long share, Outcome outcome, Trail trail) {
        if (outcome.tenThousandths() == 0) return 0;
        trail.graded(
                outcome.rule(),
                Math.multiplyExact(share, outcome.tenThousandths()),
                common * GradeRule.WHOLE);
        long credits = rounded(share, outcome);
        trail.rounded(terms.rounding(), new Credits(credits));
        return credits;
    }

    /// Multiplied before it is divided: 40 h ÷ 3 × 1.2 is 16.00, not 13.33 × 1.2.
    private long rounded(long share, Outcome outcome) {
        long dividend = Math.multiplyExact(share, outcome.tenThousandths());
        return terms.rounding().round(dividend, common * (GradeRule.WHOLE / 100));
    }

    private long creditsOf(int formMask, Facts facts, Blended blended, Outcome outcome) {
        long share = 0;
        for (Part part : blended.parts()) {
            HoursRule rule = table[cell(facts.level(), part.form())];
            if (rule != null && LineShares.has(formMask, part)) {
                share = Math.addExact(share, share(rule, part.hourHundredths()));
            }
        }
        return rounded(share, outcome);
    }

    private Hours award(Facts facts, int rule, long share, long credits) {
        long base = terms.rounding().round(Math.multiplyExact(share, 100), common);
        int schoolYear = terms.calendar().schoolYearOf(facts.completedOn());
        return new Hours(schoolYear, rule, Math.min(base, credits), credits);
    }

    /// An award for hours that lacks only its lines.
    private record Hours(int schoolYear, int rule, long experience, long credits) {
        Award with(long[] shares) {
            return new Award(
                    new Credits(credits),
                    new Credits(experience),
                    new Credits(credits - experience),
                    Credits.ZERO,
                    schoolYear,
                    rule,
                    shares);
        }
    }

    private long share(HoursRule rule, int hourHundredths) {
        return Math.multiplyExact(hourHundredths, common / rule.hourHundredthsPerCredit());
    }

    private static Unjudged noRule(String field, Level level, Form form) {
        return new Unjudged(List.of(new Finding(FindingCode.NO_RULE, field, level + " " + form)));
    }

    private static int cell(Level level, Form form) {
        return level.code() * FORMS + form.code();
    }
}
