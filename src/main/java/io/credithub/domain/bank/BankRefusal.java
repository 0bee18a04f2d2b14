package io.credithub.domain.bank;

import io.credithub.domain.Credits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the bank does not do, with the rule and the figures behind it.
///
/// @param paragraph of the policy that forbids it; null where it is no matter of the policy
/// @param figures amounts by name, in the order of the names; empty where there are none
public record BankRefusal(
        RefusalReason why, @Nullable String paragraph, Map<String, Credits> figures) {
    public BankRefusal {
        figures = Map.copyOf(figures);
    }

    public static BankRefusal because(RefusalReason why) {
        return new BankRefusal(why, null, Map.of());
    }

    public static BankRefusal by(String paragraph, RefusalReason why) {
        return new BankRefusal(why, paragraph, Map.of());
    }
}
