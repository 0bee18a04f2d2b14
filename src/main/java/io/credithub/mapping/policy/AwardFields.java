package io.credithub.mapping.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.terms.AttendanceRule;
import io.credithub.domain.policy.terms.AwardTerms;
import io.credithub.domain.policy.terms.EventMost;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.HoursRule;
import io.credithub.domain.policy.terms.Multiplier;
import io.credithub.domain.policy.terms.OnceRule;
import io.credithub.domain.policy.terms.Rounding;
import io.credithub.domain.policy.terms.Unit;
import io.credithub.mapping.contract.Codes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a policy file states of awards, all but the results.
final class AwardFields {
    static final Map<String, Level> LEVELS = Codes.byName(Level.values());
    static final int CREDITS_MAX = 10_000;
    private static final int HOURS_MAX = 10_000;
    static final int PERCENT_MAX = 1_000;
    private static final Map<String, Grade> GRADES = Codes.byName(Grade.values());
    private static final Map<String, Unit> UNITS = Codes.byName(Unit.values());
    private static final Map<String, Rounding.RoundingStep> MODES =
            Codes.byName(Rounding.RoundingStep.values());
    static final Map<String, Form> HOURS_FORMS =
            Codes.byName(new Form[] {Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED});

    private final StrictYaml policy;
    private final RuleCodes codes = new RuleCodes();

    private AwardFields(StrictYaml policy) {
        this.policy = policy;
    }

    static AwardTerms read(StrictYaml policy) {
        return new AwardFields(policy).read();
    }

    private AwardTerms read() {
        return new AwardTerms(
                policy.has("unit") ? policy.code("unit", UNITS, () -> Unit.CREDIT) : Unit.CREDIT,
                hours(),
                grades(),
                policy.list("multipliers").stream().map(this::multiplier).toList(),
                RoleFields.read(policy, codes),
                attendance(policy.optionalObject("attendance")),
                eventMost(policy.optionalObject("eventMost")),
                rounding(policy.object("rounding")),
                ResultFields.read(policy, codes),
                once(policy.optionalObject("once")));
    }

    private List<HoursRule> hours() {
        List<HoursRule> rules = new ArrayList<>();
        ClaimedHours claimed = new ClaimedHours();
        for (StrictYaml item : policy.list("hours")) {
            HoursRule rule =
                    new HoursRule(
                            codes.of(item),
                            item.bothLanguages("title"),
                            item.codes("levels", LEVELS),
                            item.code("form", HOURS_FORMS, () -> Form.ONLINE),
                            item.capitals("themes"),
                            above0(item, "hoursPerCredit", HOURS_MAX),
                            item.text("paragraph"));
            if (item.isWellRead()) claimed.add(rule, item);
            rules.add(rule);
        }
        return rules;
    }

    /// @return hundredths, at least 1
    static int above0(StrictYaml item, String name, int most) {
        int hundredths = item.hundredths(name, 0, most);
        if (hundredths == 0 && item.has(name)) {
            item.problem(
                    name,
                    new Text("须大于 0。", "It must be above 0."),
                    new Text("写大于 0 的数", "write a number above 0"));
        }
        return Math.max(1, hundredths);
    }

    private List<GradeRule> grades() {
        List<GradeRule> rules = new ArrayList<>();
        Map<Grade, Set<Level>> left = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) left.put(grade, EnumSet.allOf(Level.class));
        for (StrictYaml item : policy.list("grades")) {
            Grade grade = item.code("grade", GRADES, () -> Grade.FAIL);
            Set<Level> levels = item.codes("levels", LEVELS);
            Set<Level> open = left.getOrDefault(grade, Set.of());
            if (!open.removeAll(levels.isEmpty() ? Set.of(Level.values()) : levels)) {
                item.problem(
                        "grade",
                        new Text("等级重复,此条永不适用。", "The grade is taken; this entry can never fit."),
                        new Text(
                                "删除此条,或移到更宽的一条之前",
                                "remove the entry, or put it before the wider one"));
            }
            int hundredths = item.hundredths("percent", 0, PERCENT_MAX);
            rules.add(new GradeRule(grade, levels, hundredths, item.text("paragraph")));
        }
        left.values().removeIf(Set::isEmpty);
        if (!left.isEmpty()) {
            policy.problem(
                    "grades",
                    new Text("缺少等级 " + left + "。", "Grades are missing: " + left + "."),
                    new Text("每个层次都要写全四个等级", "write all four grades for every level"));
        }
        return rules;
    }

    private Multiplier multiplier(StrictYaml item) {
        return new Multiplier(
                codes.of(item),
                item.bothLanguages("title"),
                item.codes("levels", LEVELS),
                item.codes("forms", HOURS_FORMS),
                item.capitals("themes"),
                above0(item, "percent", PERCENT_MAX),
                item.text("paragraph"));
    }

    private static @Nullable AttendanceRule attendance(@Nullable StrictYaml attendance) {
        return attendance == null
                ? null
                : new AttendanceRule(
                        attendance.share("minimum"),
                        attendance.has("exclusive") && attendance.flag("exclusive"),
                        attendance.text("paragraph"));
    }

    private static @Nullable EventMost eventMost(@Nullable StrictYaml most) {
        return most == null
                ? null
                : new EventMost(
                        new Credits(above0(most, "credits", CREDITS_MAX)), most.text("paragraph"));
    }

    private static Rounding rounding(StrictYaml rounding) {
        return new Rounding(
                rounding.code("mode", MODES, () -> Rounding.RoundingStep.HALF_UP),
                rounding.wholeNumber("places", 0, 2),
                rounding.text("paragraph"));
    }

    private static @Nullable OnceRule once(@Nullable StrictYaml once) {
        return once == null ? null : new OnceRule(once.text("paragraph"));
    }
}
