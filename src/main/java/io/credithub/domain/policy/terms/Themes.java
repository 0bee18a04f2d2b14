package io.credithub.domain.policy.terms;

import java.util.List;
import java.util.Set;

/// Compares the themes of a rule with those of a training.
public final class Themes {
    private Themes() {}

    /// @param ofRule empty: the rule fits whatever the themes
    public static boolean fit(Set<String> ofRule, List<String> ofTraining) {
        if (ofRule.isEmpty()) return true;
        for (int i = 0; i < ofTraining.size(); i++) {
            if (ofRule.contains(ofTraining.get(i))) return true;
        }
        return false;
    }
}
