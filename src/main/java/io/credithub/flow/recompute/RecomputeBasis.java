package io.credithub.flow.recompute;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/// What teachers are judged and matched by anew.
///
/// @param isRejudging whether awards may come out otherwise
/// @param matcher absent: what is in force under the ledger lock
/// @param families numbers of those that titles go into; absent: they stay where they are
record RecomputeBasis(
        Rulebook rules,
        boolean isRejudging,
        @Nullable CopyMatcher matcher,
        @Nullable Programmes families) {
    static RecomputeBasis ofRules(Rulebook rules) {
        return new RecomputeBasis(rules, true, null, null);
    }

    static RecomputeBasis ofRegister(
            Rulebook rules, @Nullable CopyMatcher matcher, Programmes families) {
        return new RecomputeBasis(rules, false, matcher, families);
    }

    static RecomputeBasis ofMatching(Rulebook rules, @Nullable CopyMatcher matcher) {
        return new RecomputeBasis(rules, false, matcher, null);
    }
}
