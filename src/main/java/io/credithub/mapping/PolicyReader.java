package io.credithub.mapping;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.AttendanceRule;
import io.credithub.domain.policy.GradeRule;
import io.credithub.domain.policy.HoursRule;
import io.credithub.domain.policy.NewTeacherRule;
import io.credithub.domain.policy.ResultRule;
import io.credithub.domain.policy.ResultRule.Worth;
import io.credithub.domain.policy.Rounding;
import io.credithub.domain.policy.SchoolCalendar;
import io.credithub.domain.policy.Terms;
import io.credithub.domain.policy.Terms.YearRule;
import io.credithub.domain.standing.Tally;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the terms of a policy from its file. Whatever is wrong is a problem of the settings.
final class PolicyReader {
    private static final int HOURS_MAX = 10_000;
    private static final int CREDITS_MAX = 10_000;
    private static final int PERCENT_MAX = 1_000;
    private static final Map<String, Level> LEVELS = Codes.byName(Level.values());
    private static final Map<String, Grade> GRADES = Codes.byName(Grade.values());
    private static final Map<String, Rounding.Mode> MODES = Codes.byName(Rounding.Mode.values());
    private static final Map<String, Form> HOURS_FORMS =
            Codes.byName(new Form[] {Form.CENTRALISED, Form.ONLINE, Form.SCHOOL_BASED});

    private final Settings policy;
    private final Set<String> codes = new HashSet<>();

    PolicyReader(Settings policy) {
        this.policy = policy;
    }

    Terms read() {
        Terms terms =
                new Terms(
                        HeadingFields.read(policy),
                        calendar(policy.object("calendar")),
                        hours(),
                        grades(),
                        attendance(policy.optionalObject("attendance")),
                        rounding(policy.object("rounding")),
                        policy.list("results").stream().map(this::result).toList(),
                        year(policy.object("schoolYear")),
                        LineFields.read(policy.object("cycle")),
                        newTeacher(policy.object("newTeacher")));
        policy.refuseTheRest();
        return terms;
    }

    private static SchoolCalendar calendar(Settings calendar) {
        MonthDay start = MonthDay.of(9, 1);
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        try {
            String text = calendar.text("schoolYearStart");
            if (!text.isEmpty()) start = MonthDay.parse("--" + text);
        } catch (DateTimeException _) {
            calendar.problem(
                    "schoolYearStart",
                    new Text("不是月-日。", "It is not a month and day."),
                    new Text("写作 \"09-01\"", "write \"09-01\""));
        }
        try {
            String text = calendar.text("zone");
            if (!text.isEmpty()) zone = ZoneId.of(text);
        } catch (DateTimeException _) {
            calendar.problem(
                    "zone",
                    new Text("没有这个时区。", "There is no such time zone."),
                    new Text("写作 Asia/Shanghai", "write Asia/Shanghai"));
        }
        int anchor = calendar.wholeNumber("cycleAnchorYear", 1990, 2200);
        int years = calendar.wholeNumber("cycleYears", Tally.YEARS, Tally.YEARS);
        return new SchoolCalendar(start, zone, anchor, years);
    }

    private List<HoursRule> hours() {
        List<HoursRule> rules = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Settings item : policy.list("hours")) {
            Set<Level> levels = item.codes("levels", LEVELS);
            Form form = item.code("form", HOURS_FORMS, () -> Form.ONLINE);
            if (levels.isEmpty()) {
                item.problem(
                        "levels",
                        new Text("没有层次。", "No level is named."),
                        new Text("至少写一个层次", "name at least one level"));
            }
            for (Level level : levels) {
                if (!taken.add(level + " " + form)) {
                    item.problem(
                            "levels",
                            new Text(
                                    level.zh() + form.zh() + "已有规则。",
                                    level + " " + form + " has a rule already."),
                            new Text("每个组合只写一次", "write each combination once"));
                }
            }
            int divisor = item.hundredths("hoursPerCredit", 0, HOURS_MAX);
            if (divisor == 0) {
                item.problem(
                        "hoursPerCredit",
                        new Text("须大于 0。", "It must be above 0."),
                        new Text("写学时数", "write a number of hours"));
            }
            rules.add(
                    new HoursRule(
                            code(item),
                            item.bothLanguages("title"),
                            levels,
                            form,
                            Math.max(1, divisor),
                            item.text("paragraph")));
        }
        return rules;
    }

    private String code(Settings item) {
        String code = item.text("code");
        if (!codes.add(code) && !code.isEmpty()) {
            item.problem(
                    "code",
                    new Text("代码重复。", "The code occurs twice."),
                    new Text("每条规则用不同的代码", "give each rule a code of its own"));
        }
        return code;
    }

    private List<GradeRule> grades() {
        List<GradeRule> rules = new ArrayList<>();
        EnumSet<Grade> left = EnumSet.allOf(Grade.class);
        for (Settings item : policy.list("grades")) {
            Grade grade = item.code("grade", GRADES, () -> Grade.FAIL);
            if (!left.remove(grade)) {
                item.problem(
                        "grade",
                        new Text("等级重复。", "The grade occurs twice."),
                        new Text("每个等级写一次", "write each grade once"));
            }
            int hundredths = item.hundredths("percent", 0, PERCENT_MAX);
            rules.add(new GradeRule(grade, hundredths, item.text("paragraph")));
        }
        if (!left.isEmpty()) {
            policy.problem(
                    "grades",
                    new Text("缺少等级 " + left + "。", "Grades are missing: " + left + "."),
                    new Text("四个等级都要写", "write all four grades"));
        }
        return rules;
    }

    private static @Nullable AttendanceRule attendance(@Nullable Settings attendance) {
        return attendance == null
                ? null
                : new AttendanceRule(attendance.share("minimum"), attendance.text("paragraph"));
    }

    private static Rounding rounding(Settings rounding) {
        return new Rounding(
                rounding.code("mode", MODES, () -> Rounding.Mode.HALF_UP),
                rounding.wholeNumber("places", 0, 2),
                rounding.text("paragraph"));
    }

    private ResultRule result(Settings item) {
        return new ResultRule(
                code(item),
                item.bothLanguages("title"),
                item.optionalText("category"),
                item.optionalText("rank"),
                item.optionalText("role"),
                worth(item),
                item.text("paragraph"));
    }

    private static Worth worth(Settings item) {
        Settings each = item.optionalObject("perQuantity");
        Settings decided = item.optionalObject("decided");
        boolean fixed = item.has("fixed");
        if ((fixed ? 1 : 0) + (each == null ? 0 : 1) + (decided == null ? 0 : 1) > 1) {
            item.problem(
                    "",
                    new Text("一条规则只能有一种折算。", "A rule has one kind of worth."),
                    new Text(
                            "fixed、perQuantity、decided 只留一个",
                            "keep one of fixed, perQuantity, decided"));
        }
        if (each != null) {
            return new Worth.PerQuantity(
                    credits(each, "each"), each.bothLanguages("unit"), credits(each, "most"));
        }
        if (decided != null) {
            return new Worth.Decided(credits(decided, "least"), credits(decided, "most"));
        }
        return new Worth.Fixed(credits(item, "fixed"));
    }

    private static Credits credits(Settings settings, String name) {
        return new Credits(settings.hundredths(name, 0, CREDITS_MAX));
    }

    private static YearRule year(Settings year) {
        return new YearRule(
                credits(year, "minimum"),
                year.flag("carriesForward"),
                year.flag("proRated"),
                year.text("paragraph"));
    }

    private static NewTeacherRule newTeacher(Settings rule) {
        return new NewTeacherRule(
                rule.hundredths("hours", 0, HOURS_MAX),
                rule.hundredths("centralised", 0, HOURS_MAX),
                rule.hundredths("schoolOrOnline", 0, HOURS_MAX),
                rule.text("paragraph"));
    }
}
