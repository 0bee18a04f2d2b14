package io.credithub.mapping.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.policy.terms.ResultRule.ResultWorth;
import io.credithub.domain.policy.terms.RoleShare;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what a policy file gives for the results of a teacher's own work.
final class ResultFields {
    private static final int PER_MAX = 1_000_000;
    private static final int SHARERS_MAX = 1_000;
    private static final int PERCENT_MAX = 1_000;

    private ResultFields() {}

    static List<ResultRule> read(StrictYaml policy, RuleCodes codes) {
        List<ResultRule> rules = new ArrayList<>();
        for (StrictYaml item : policy.list("results")) {
            ResultRule rule =
                    new ResultRule(
                            codes.of(item),
                            item.bothLanguages("title"),
                            item.optionalText("category"),
                            item.optionalText("rank"),
                            item.optionalText("role"),
                            item.codes("levels", AwardFields.LEVELS),
                            worth(item),
                            shares(item),
                            item.text("paragraph"));
            if (item.isWellRead()) refuseIdle(rule, rules, item);
            rules.add(rule);
        }
        return rules;
    }

    /// A rule that no record can reach is a mistake: the first that fits counts.
    private static void refuseIdle(ResultRule rule, List<ResultRule> earlier, StrictYaml item) {
        for (ResultRule other : earlier) {
            if (!other.covers(rule)) continue;
            item.problem(
                    "code",
                    new Text(
                            "前面的“" + other.code() + "”总是先适用,此条永不适用。",
                            "“" + other.code() + "” always fits first; this rule can never fit."),
                    new Text("移到它之前,或删除此条", "put the rule before it, or remove it"));
            return;
        }
        if (rule.role() != null && !rule.shares().isEmpty() && rule.shareOf(rule.role()) == null) {
            item.problem(
                    "shares",
                    new Text(
                            "没有列出本条的角色“" + rule.role() + "”。",
                            "The role of the rule, “" + rule.role() + "”, is not listed."),
                    new Text("列出该角色,或去掉 role", "list the role, or leave role out"));
        }
    }

    private static ResultWorth worth(StrictYaml item) {
        StrictYaml each = item.optionalObject("perQuantity");
        StrictYaml decided = item.optionalObject("decided");
        boolean fixed = item.has("fixed");
        if ((fixed ? 1 : 0) + (each == null ? 0 : 1) + (decided == null ? 0 : 1) > 1) {
            item.problem(
                    "",
                    new Text("一条规则只能有一种折算。", "A rule has one kind of worth."),
                    new Text(
                            "fixed、perQuantity、decided 只留一个",
                            "keep one of fixed, perQuantity, decided"));
        }
        if (each != null) return perQuantity(each);
        if (decided != null) return decided(decided);
        return new ResultWorth.Fixed(credits(item, "fixed"));
    }

    private static ResultWorth perQuantity(StrictYaml each) {
        return new ResultWorth.PerQuantity(
                credits(each, "each"),
                each.has("per") ? AwardFields.above0(each, "per", PER_MAX) : 100,
                each.bothLanguages("unit"),
                each.has("most") ? credits(each, "most") : null);
    }

    private static ResultWorth decided(StrictYaml range) {
        Credits least = credits(range, "least");
        Credits most = credits(range, "most");
        if (least.compareTo(most) > 0) {
            range.problem(
                    "least",
                    new Text("大于 most。", "It is above most."),
                    new Text("下限不得大于上限", "choose a least that is not above most"));
        }
        return new ResultWorth.DecidedRange(least, most);
    }

    private static List<RoleShare> shares(StrictYaml item) {
        List<RoleShare> shares = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        for (StrictYaml share : item.list("shares")) {
            String role = share.text("role");
            if (!roles.add(role) && !role.isEmpty()) {
                share.problem(
                        "role",
                        new Text("角色重复。", "The role occurs twice."),
                        new Text("每个角色写一次", "write each role once"));
            }
            shares.add(share(share, role));
        }
        return shares;
    }

    private static RoleShare share(StrictYaml share, String role) {
        if (share.has("percent") == share.has("of")) {
            share.problem(
                    "",
                    new Text("须有 percent 或 of,且只有一个。", "It needs percent or of, and one only."),
                    new Text("percent: 50 或 of: 3", "write percent: 50 or of: 3"));
        }
        if (share.has("of")) {
            return RoleShare.oneOf(role, share.wholeNumber("of", 1, SHARERS_MAX));
        }
        int percent = share.has("percent") ? share.hundredths("percent", 0, PERCENT_MAX) : 0;
        return RoleShare.percent(role, percent);
    }

    private static Credits credits(StrictYaml settings, String name) {
        return new Credits(settings.hundredths(name, 0, AwardFields.CREDITS_MAX));
    }
}
