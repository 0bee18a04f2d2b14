package io.credithub.domain.bank;

import io.credithub.domain.Credits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the bank does not do, with the rule and the figures behind it.
///
/// @param paragraph of the policy that forbids it; null where it is no matter of the policy
/// @param figures amounts by name, in the order of the names; empty where there are none
public record Refused(Refusal why, @Nullable String paragraph, Map<String, Credits> figures) {
    public Refused {
        figures = Map.copyOf(figures);
    }

    public static Refused because(Refusal why) {
        return new Refused(why, null, Map.of());
    }

    public static Refused by(String paragraph, Refusal why) {
        return new Refused(why, paragraph, Map.of());
    }
}
