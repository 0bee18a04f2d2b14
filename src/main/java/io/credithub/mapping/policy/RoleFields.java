package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.policy.terms.GradeRule;
import io.credithub.domain.policy.terms.RoleRule;
import io.credithub.mapping.contract.Codes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what a policy file gives those who took part otherwise than as participants.
final class RoleFields {
    private static final int SHARERS_MAX = 1_000;
    private static final Map<String, TrainingRole> ROLES =
            Codes.byName(
                    new TrainingRole[] {
                        TrainingRole.LECTURER, TrainingRole.ORGANISER, TrainingRole.MENTOR
                    });

    private final RuleCodes codes;
    private final Set<RoleClaim> taken = new HashSet<>();

    private record RoleClaim(TrainingRole role, Level level, Form form) {}

    private RoleFields(RuleCodes codes) {
        this.codes = codes;
    }

    static List<RoleRule> read(StrictYaml policy, RuleCodes codes) {
        RoleFields fields = new RoleFields(codes);
        return policy.list("roles").stream().map(fields::rule).toList();
    }

    private RoleRule rule(StrictYaml item) {
        boolean isPart = item.has("of");
        if (item.has("percent") == isPart) {
            item.problem(
                    "",
                    new Text("须有 percent 或 of,且只有一个。", "It needs percent or of, and one only."),
                    new Text("percent: 50 或 of: 3", "write percent: 50 or of: 3"));
        }
        RoleRule rule =
                new RoleRule(
                        codes.of(item),
                        item.bothLanguages("title"),
                        item.code("role", ROLES, () -> TrainingRole.LECTURER),
                        item.codes("levels", AwardFields.LEVELS),
                        item.codes("forms", AwardFields.HOURS_FORMS),
                        isPart ? 1 : percent(item),
                        isPart ? item.wholeNumber("of", 1, SHARERS_MAX) : GradeRule.WHOLE,
                        item.text("paragraph"));
        if (item.isWellRead()) claim(rule, item);
        return rule;
    }

    private static int percent(StrictYaml item) {
        return item.has("percent") ? item.hundredths("percent", 0, AwardFields.PERCENT_MAX) : 0;
    }

    private void claim(RoleRule rule, StrictYaml item) {
        List<String> twice = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Form form : AwardFields.HOURS_FORMS.values()) {
                if (rule.fits(level, form) && !taken.add(new RoleClaim(rule.role(), level, form)))
                    twice.add(level + " " + form);
            }
        }
        if (twice.isEmpty()) return;
        String list = String.join(", ", twice);
        item.problem(
                "role",
                new Text("该角色已有规则:" + list + "。", "A rule claims the role already: " + list + "."),
                new Text("每个角色、层次、形式只写一次", "write each role once for a level and a form"));
    }
}
