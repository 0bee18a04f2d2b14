package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.SchoolCalendar;
import io.credithub.domain.policy.terms.Terms;
import io.credithub.domain.standing.Tally;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;

/// Reads the terms of a policy from its file. Whatever is wrong is a problem of the settings.
final class PolicyReader {
    private final StrictYaml policy;

    PolicyReader(StrictYaml policy) {
        this.policy = policy;
    }

    Terms read() {
        SchoolCalendar calendar = calendar(policy.object("calendar"));
        Terms terms =
                new Terms(
                        HeadingFields.read(policy),
                        calendar,
                        AwardFields.read(policy),
                        RequirementFields.read(policy, calendar.cycleYears()));
        policy.refuseTheRest();
        return terms;
    }

    private static SchoolCalendar calendar(StrictYaml calendar) {
        MonthDay start = MonthDay.of(9, 1);
        ZoneId zone = SchoolCalendar.ZONE_DEFAULT;
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
                    new Text(
                            "写作 " + SchoolCalendar.ZONE_DEFAULT,
                            "write " + SchoolCalendar.ZONE_DEFAULT));
        }
        int anchor = calendar.wholeNumber("cycleAnchorYear", 1990, 2200);
        int years = calendar.wholeNumber("cycleYears", 1, Tally.YEARS);
        return new SchoolCalendar(start, zone, anchor, years);
    }
}
