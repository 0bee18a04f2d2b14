package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.policy.terms.HoursRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which level, form and theme the entries of an hours scale claim already. Nothing is claimed
/// twice; an entry all of whose claims are taken would never fit.
final class ClaimedHours {
    private static final String NO_THEME = "";

    private final Set<HoursClaim> taken = new HashSet<>();

    private record HoursClaim(Level level, Form form, String theme) {}

    void add(HoursRule rule, StrictYaml item) {
        Set<String> themes = rule.themes().isEmpty() ? Set.of(NO_THEME) : rule.themes();
        List<String> twice = new ArrayList<>();
        boolean isNew = false;
        for (Level level : Level.values()) {
            if (!rule.levels().isEmpty() && !rule.levels().contains(level)) continue;
            for (String theme : new TreeSet<>(themes)) {
                if (taken.add(new HoursClaim(level, rule.form(), theme))) isNew = true;
                else twice.add((level + " " + rule.form() + " " + theme).strip());
            }
        }
        if (twice.isEmpty()) return;
        String list = String.join(", ", twice);
        String place = item.has("levels") ? "levels" : "form";
        if (isNew) {
            item.problem(
                    place,
                    new Text("已有规则:" + list + "。", "A rule claims this already: " + list + "."),
                    new Text("每个组合只写一次", "write each combination once"));
        } else {
            item.problem(
                    place,
                    new Text(
                            "前面的规则已占去全部组合,此条永不适用:" + list + "。",
                            "Earlier entries take all of it, so this one can never fit: "
                                    + list
                                    + "."),
                    new Text("删除此条或改写前面的规则", "remove the entry, or narrow the earlier ones"));
        }
    }
}
