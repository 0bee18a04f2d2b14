package io.credithub.app.start;

import java.util.Map;
import java.util.Set;

/// The beans that a route may call, with their methods: `bean:pull?method=ask`. A test compares the
/// list with the beans that exist.
public final class RouteBeans {
    public static final Map<String, Set<String>> METHODS =
            Map.of(
                    "landing", Set.of("push"),
                    "pull", Set.of("open", "ask", "land"),
                    "drop", Set.of("land"),
                    "outage", Set.of("handle"));

    /// Named in the parameters of an endpoint: `pollStrategy: "#drop-polls"`.
    public static final String POLL_STRATEGY = "drop-polls";

    private RouteBeans() {}
}
