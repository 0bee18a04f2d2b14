package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import java.util.HashSet;
import java.util.Set;

/// The codes of a policy's rules: no two rules share one.
final class RuleCodes {
    private final Set<String> taken = new HashSet<>();

    String of(StrictYaml item) {
        String code = item.text("code");
        if (!taken.add(code) && !code.isEmpty()) {
            item.problem(
                    "code",
                    new Text("代码重复。", "The code occurs twice."),
                    new Text("每条规则用不同的代码", "give each rule a code of its own"));
        }
        return code;
    }
}
