package io.credithub.domain.reconcile;

import io.credithub.domain.Hundredths;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Training;
import io.credithub.domain.completion.Training.Blended;
import io.credithub.domain.completion.Training.Course;
import io.credithub.domain.completion.Training.Part;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Two records of one training, field by field, as far as both sides state a field: what one of
/// them leaves out is no difference. In the order of [BreakCode].
final class CopyComparison {
    private final List<FieldDifference> found = new ArrayList<>();
    private final ComparedRecord ours;
    private final ComparedRecord theirs;

    private CopyComparison(ComparedRecord ours, ComparedRecord theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    static List<FieldDifference> of(ComparedRecord ours, ComparedRecord theirs) {
        CopyComparison comparison = new CopyComparison(ours, theirs);
        comparison.kinds();
        comparison.days();
        comparison.amounts();
        return comparison.found;
    }

    private void kinds() {
        add(BreakCode.LEVEL_OR_FORM, "/level", ours.facts().level(), theirs.facts().level());
        Training one = ours.facts().training();
        Training other = theirs.facts().training();
        add(BreakCode.LEVEL_OR_FORM, "/form", one.form(), other.form());
        add(BreakCode.LEVEL_OR_FORM, "/parts", parts(one), parts(other));
        if (one instanceof SelfDirected mine && other instanceof SelfDirected its) {
            add(BreakCode.LEVEL_OR_FORM, "/activity/category", mine.category(), its.category());
            add(BreakCode.LEVEL_OR_FORM, "/activity/rank", mine.rank(), its.rank());
            add(BreakCode.LEVEL_OR_FORM, "/activity/role", mine.role(), its.role());
        }
    }

    private void days() {
        add(BreakCode.PERIOD, "/startedOn", ours.startedOn(), theirs.startedOn());
        add(
                BreakCode.PERIOD,
                "/completedOn",
                ours.facts().completedOn(),
                theirs.facts().completedOn());
    }

    private void amounts() {
        Training one = ours.facts().training();
        Training other = theirs.facts().training();
        add(BreakCode.HOURS, "/hours", hours(one), hours(other));
        if (one instanceof SelfDirected mine && other instanceof SelfDirected its) {
            number(BreakCode.HOURS, "/activity/quantity", mine.quantity(), its.quantity());
            number(
                    BreakCode.CREDIT,
                    "/activity/decidedCredits",
                    mine.decidedCredits(),
                    its.decidedCredits());
        }
        add(BreakCode.GRADE, "/grade", grade(one), grade(other));
        number(BreakCode.ATTENDANCE, "/attendance", attendance(one), attendance(other));
        add(BreakCode.THEME, "/themes", themes(ours), themes(theirs));
        figures();
    }

    /// Whole credits beside exact ones are the same figure, as the national system takes it.
    private void figures() {
        Integer one = ours.sourceCredits();
        Integer other = theirs.sourceCredits();
        if (one == null || other == null) return;
        if (WholeCredits.isWholeOf(one, other) || WholeCredits.isWholeOf(other, one)) return;
        add(BreakCode.CREDIT, "/sourceCredits", Hundredths.text(one), Hundredths.text(other));
    }

    private void add(BreakCode code, String field, @Nullable Object mine, @Nullable Object other) {
        if (mine == null || other == null || mine.equals(other)) return;
        found.add(new FieldDifference(field, mine.toString(), other.toString(), code));
    }

    /// However many places it was written with.
    private void number(
            BreakCode code, String field, @Nullable BigDecimal mine, @Nullable BigDecimal other) {
        add(code, field, plain(mine), plain(other));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String hours(Training training) {
        int hours = training.hourHundredths();
        return hours == 0 ? null : Hundredths.text(hours);
    }

    private static @Nullable Object grade(Training training) {
        return switch (training) {
            case Course course -> course.grade();
            case Blended blended -> blended.grade();
            case SelfDirected _ -> null;
        };
    }

    private static @Nullable BigDecimal attendance(Training training) {
        return switch (training) {
            case Course course -> course.attendance();
            case Blended blended -> blended.attendance();
            case SelfDirected _ -> null;
        };
    }

    private static @Nullable String themes(ComparedRecord record) {
        List<String> themes = record.facts().themes();
        return themes.isEmpty() ? null : String.join(",", themes);
    }

    /// In whatever order they were given.
    private static @Nullable String parts(Training training) {
        if (!(training instanceof Blended blended) || blended.parts().isEmpty()) return null;
        return blended.parts().stream()
                .sorted((one, other) -> order(one, other))
                .map(CopyComparison::part)
                .collect(Collectors.joining(" + "));
    }

    private static int order(Part one, Part other) {
        int forms = Integer.compare(one.form().code(), other.form().code());
        return forms != 0 ? forms : Integer.compare(one.hourHundredths(), other.hourHundredths());
    }

    private static String part(Part part) {
        Form form = part.form();
        return form.name() + " " + Hundredths.text(part.hourHundredths());
    }
}
