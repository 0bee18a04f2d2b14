package io.credithub.domain.policy;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.policy.GradeTable.GradeEffect;
import io.credithub.domain.policy.HoursTable.HoursEntry;
import io.credithub.domain.policy.Judgement.Awarded;
import io.credithub.domain.policy.Judgement.Unjudged;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.policy.terms.Terms;
import java.util.List;
import java.util.stream.Stream;

/// Turns hours and a grade into credits, exactly: an amount is one whole number over the common
/// denominator of [HoursTable] until the single rounding at the end.
@Article({"四(一)", "四(二)"})
final class HoursScale {
    static final int ABSENT = 0;
    static final int FAILED = 1;
    static final int BLENDED = 2;
    static final int BLENDED_UNSPLIT = 3;
    static final int FIRST_HOURS_RULE = 4;

    private static final Form[] PART_FORMS = {Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED};
    private static final int FORMS = Form.values().length + 1;
    private static final int ONE_HOUR = 100;

    private final AwardTerms terms;
    private final SchoolCalendar calendar;
    private final LineShares lines;
    private final HoursTable table;
    private final GradeTable grades;

    HoursScale(Terms terms, LineShares lines) {
        this.terms = terms.awards();
        this.calendar = terms.calendar();
        this.lines = lines;
        this.table = new HoursTable(this.terms, FIRST_HOURS_RULE);
        this.grades = new GradeTable(this.terms);
    }

    Judgement course(Facts facts, Course course, StepListener trail) {
        HoursEntry entry = table.entry(facts, course.form());
        if (entry == null) return noRule("/form", facts.level(), course.form());
        trail.divided(entry.rule(), course.hourHundredths());
        long share = table.share(entry, facts, course.hourHundredths(), trail);
        GradeEffect outcome =
                grades.outcome(facts.level(), course.grade(), course.attendance(), trail);
        long credits = credits(share, outcome, trail);
        return new Awarded(
                award(facts, outcome.or(entry.ordinal()), share, credits)
                        .with(lines.whole(facts, credits)),
                List.of());
    }

    /// Each part by its own hours; only its centralised part fills a centralised floor.
    Judgement blended(Facts facts, Blended blended, StepListener trail) {
        if (blended.parts().isEmpty()) return unsplit(facts, blended, trail);
        long[] shares = new long[FORMS];
        long share = 0;
        for (int i = 0; i < blended.parts().size(); i++) {
            Part part = blended.parts().get(i);
            HoursEntry entry = table.entry(facts, part.form());
            if (entry == null) return noRule("/parts/" + i + "/form", facts.level(), part.form());
            trail.dividedPart(entry.rule(), part.hourHundredths());
            long one = table.share(entry, facts, part.hourHundredths(), trail);
            shares[part.form().code()] += one;
            share = Math.addExact(share, one);
        }
        trail.summed(share, table.common());
        GradeEffect outcome =
                grades.outcome(facts.level(), blended.grade(), blended.attendance(), trail);
        long credits = credits(share, outcome, trail);
        if (credits > 0) apportion(shares, share, outcome, credits);
        return new Awarded(
                award(facts, outcome.or(BLENDED), share, credits)
                        .with(lines.byParts(facts, credits, mask -> of(mask, shares))),
                List.of());
    }

    /// Nobody said how the hours divide: as the form among those there may be that earns least, and
    /// no credit toward a floor of one form.
    private Judgement unsplit(Facts facts, Blended blended, StepListener trail) {
        HoursEntry least = null;
        long lowest = Long.MAX_VALUE;
        for (Form form : PART_FORMS) {
            HoursEntry entry = table.entry(facts, form);
            if (entry == null) continue;
            long rate = table.share(entry, facts, ONE_HOUR, StepListener.OFF);
            if (rate < lowest) {
                least = entry;
                lowest = rate;
            }
        }
        if (least == null) return noRule("/form", facts.level(), Form.BLENDED);
        trail.dividedUnsplit(least.rule(), blended.hourHundredths());
        long share = table.share(least, facts, blended.hourHundredths(), trail);
        GradeEffect outcome =
                grades.outcome(facts.level(), blended.grade(), blended.attendance(), trail);
        long credits = credits(share, outcome, trail);
        return new Awarded(
                award(facts, outcome.or(BLENDED_UNSPLIT), share, credits)
                        .with(lines.whole(facts, credits)),
                List.of(new Finding(FindingCode.SPLIT_MISSING, "/parts", null)));
    }

    /// Whether a rule says what the role gets of this training, of each part of it; of one without
    /// a split, of each form that there may be in it. What a participant gets needs none.
    boolean isRoleRuled(Facts facts) {
        if (facts.role() == TrainingRole.PARTICIPANT) return true;
        return switch (facts.training()) {
            case Course course -> isRoleRuled(facts, course.form());
            case Blended blended when blended.parts().isEmpty() ->
                    Stream.of(PART_FORMS)
                            .filter(form -> table.entry(facts, form) != null)
                            .allMatch(form -> isRoleRuled(facts, form));
            case Blended blended ->
                    blended.parts().stream().allMatch(part -> isRoleRuled(facts, part.form()));
            case SelfDirected _ -> false;
        };
    }

    private boolean isRoleRuled(Facts facts, Form form) {
        HoursEntry entry = table.entry(facts, form);
        return entry != null && entry.of(facts.role()) != null;
    }

    private long credits(long share, GradeEffect outcome, StepListener trail) {
        if (outcome.tenThousandths() == 0) return 0;
        trail.graded(
                outcome.rule(),
                Math.multiplyExact(share, outcome.tenThousandths()),
                table.common() * GradeRule.WHOLE);
        long credits = rounded(share, outcome);
        trail.rounded(terms.rounding(), new Credits(credits));
        EventMost most = terms.eventMost();
        if (most == null || credits <= most.credits().hundredths()) return credits;
        trail.capped(most);
        return most.credits().hundredths();
    }

    /// Multiplied before it is divided: 40 h ÷ 3 × 1.2 is 16.00, not 13.33 × 1.2.
    private long rounded(long share, GradeEffect outcome) {
        long dividend = Math.multiplyExact(share, outcome.tenThousandths());
        return terms.rounding().round(dividend, table.common() * (GradeRule.WHOLE / 100));
    }

    /// Puts in place of each form's share what it adds to the award, so that the forms add up to
    /// it: what they come to is rounded as it runs up, form after form. Where the most of an event
    /// cut the award, it cuts them in proportion.
    ///
    /// @param shares by form code
    private void apportion(long[] shares, long share, GradeEffect outcome, long credits) {
        boolean isCut = rounded(share, outcome) > credits;
        long running = 0;
        long before = 0;
        for (Form form : PART_FORMS) {
            running += shares[form.code()];
            long upTo =
                    isCut
                            ? Math.multiplyExact(running, credits) / share
                            : rounded(running, outcome);
            shares[form.code()] = upTo - before;
            before = upTo;
        }
    }

    private static long of(int formMask, long[] amounts) {
        long sum = 0;
        for (Form form : PART_FORMS) {
            if ((formMask & (1 << form.code())) != 0) sum += amounts[form.code()];
        }
        return sum;
    }

    private ScaledHours award(Facts facts, int rule, long share, long credits) {
        long base = terms.rounding().round(Math.multiplyExact(share, 100), table.common());
        int schoolYear = calendar.schoolYearOf(facts.completedOn());
        return new ScaledHours(schoolYear, rule, Math.min(base, credits), credits);
    }

    /// An award for hours that lacks only its lines.
    private record ScaledHours(int schoolYear, int rule, long experience, long credits) {
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

    private static Unjudged noRule(String field, Level level, Form form) {
        return new Unjudged(List.of(new Finding(FindingCode.NO_RULE, field, level + " " + form)));
    }
}
