package io.credithub.mapping.matching;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.BreakRules;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.mapping.contract.Codes;
import io.credithub.mapping.policy.StrictYaml;
import java.util.List;
import java.util.Map;

/// Reads what a matching file states. Whatever is wrong is a problem of the settings.
///
/// @param id as the file has it
record MatchingFields(String id, Text title, MatchingRules rules) {
    private static final int TEACHERS_MAX = 1_000_000;
    private static final int DAYS_MAX = 366;
    private static final Map<String, Level> LEVELS = Codes.byName(Level.values());

    static MatchingFields read(StrictYaml file) {
        MatchingFields fields =
                new MatchingFields(file.text("id"), file.bothLanguages("title"), rules(file));
        file.refuseTheRest();
        return fields;
    }

    private static MatchingRules rules(StrictYaml file) {
        StrictYaml sameProgramme = file.object("sameProgramme");
        StrictYaml alike = file.object("namesAlike");
        StrictYaml plausible = file.object("plausible");
        List<String> agreed = file.texts("agreedCodes").stream().sorted().toList();
        return new MatchingRules(
                sameProgramme.wholeNumber("days", 0, DAYS_MAX),
                alike.wholeNumber("days", 0, DAYS_MAX),
                alike.wholeNumber("hoursPercent", 0, 100),
                agreed,
                plausible.hundredths("hoursADayMax", 1, 24),
                plausible.wholeNumber("openPeriodDays", 1, DAYS_MAX),
                plausible.has("sameInstant")
                        ? plausible.wholeNumber("sameInstant", 2, TEACHERS_MAX)
                        : MatchingRules.SAME_INSTANT,
                breaks(file.object("breaks")));
    }

    private static BreakRules breaks(StrictYaml breaks) {
        return new BreakRules(
                breaks.wholeNumber("lateDays", 1, 10 * DAYS_MAX),
                breaks.wholeNumber("withdrawnDays", 0, 10 * DAYS_MAX),
                breaks.codes("evidenceLevels", LEVELS));
    }
}
