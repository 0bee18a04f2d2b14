package io.credithub.app.route;

import io.credithub.domain.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The beans that a route may call, with their methods: `bean:pull?method=ask`. A test compares the
/// list with the beans that exist.
public final class RouteBeans {
    public static final Map<String, Set<String>> METHODS =
            Map.of(
                    "landing", Set.of("push"),
                    "pull", Set.of("open", "ask", "land", "signInAgain"),
                    "drop", Set.of("land", "park", "giveUp"),
                    "outage", Set.of("willPass", "leave", "waitAsAsked", "retry", "report"));

    /// Named in the parameters of an endpoint: `pollStrategy: "#drop-polls"`.
    public static final String POLL_STRATEGY = "drop-polls";

    /// One for each feed that is pulled: `httpClientConfigurer: "#page-client-<feed>"`.
    public static final String PAGE_CLIENT = "page-client-";

    private RouteBeans() {}

    /// @param method null where a route leaves it to Camel
    /// @return what is wrong with the call
    static Optional<Text> fault(String bean, @Nullable String method) {
        Set<String> methods = METHODS.get(bean);
        if (methods == null) {
            Set<String> known = new TreeSet<>(METHODS.keySet());
            return Optional.of(
                    new Text(
                            "没有 bean %s,可用:%s".formatted(bean, known),
                            "no bean %s, but %s".formatted(bean, known)));
        }
        if (method == null || methods.contains(method)) return Optional.empty();
        Set<String> known = new TreeSet<>(methods);
        return Optional.of(
                new Text(
                        "%s 没有方法 %s,可用:%s".formatted(bean, method, known),
                        "%s has no method %s, but %s".formatted(bean, method, known)));
    }
}
