package io.credithub.source.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;
import org.jspecify.annotations.Nullable;

/// Reads `HUB_SOURCE_<FEED>_<KEY>` of the environment as `hub.source.<feed>.<key>`.
///
/// MicroProfile Config cannot do this by itself: it does not know that `NATIONAL_PLATFORM` is one
/// name with a hyphen. Here the key is known, so what is left is the feed.
public final class SourceEnvironment implements ConfigSourceProvider {
    private static final String PREFIX = "HUB_SOURCE_";

    /// Before the variables as they stand, which some feeds' keys are found in too.
    private static final int ORDINAL = 310;

    /// The keys of [SourceConfig.Feed]; the longer of two that fit is meant.
    public static final List<String> KEYS =
            List.of(
                    "client-secret-file",
                    "client-secret",
                    "client-id",
                    "token-url",
                    "url",
                    "page-size",
                    "page-timeout",
                    "page-bytes-max",
                    "requests-max",
                    "run-timeout",
                    "start-from",
                    "folder",
                    "archive",
                    "file-bytes-max",
                    "interval",
                    "expected-every",
                    "retry-first",
                    "retry-max",
                    "lease",
                    "landing-timeout");

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        Map<String, String> literal = new HashMap<>();
        properties(System.getenv()).forEach((key, value) -> literal.put(key, literal(value)));
        return List.of(new Variables(literal));
    }

    /// @param environment the variables of the process
    public static Map<String, String> properties(Map<String, String> environment) {
        Map<String, String> properties = new HashMap<>();
        environment.forEach((name, value) -> {
            String property = property(name);
            if (property != null && !value.isBlank()) properties.put(property, value);
        });
        return properties;
    }

    /// A dollar in a folder's name or a secret is a dollar: nothing in a variable is an expression.
    private static String literal(String value) {
        return value.replace("$", "\\$");
    }

    private static @Nullable String property(String variable) {
        if (!variable.startsWith(PREFIX)) return null;
        String rest = variable.substring(PREFIX.length());
        for (String key : KEYS) {
            String end = "_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
            if (!rest.endsWith(end) || rest.length() == end.length()) continue;
            String feed = rest.substring(0, rest.length() - end.length());
            return "hub.source.%s.%s"
                    .formatted(feed.toLowerCase(Locale.ROOT).replace('_', '-'), key);
        }
        return null;
    }

    private record Variables(Map<String, String> properties) implements ConfigSource {
        @Override
        public Map<String, String> getProperties() {
            return properties;
        }

        @Override
        public Set<String> getPropertyNames() {
            return properties.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return properties.get(name);
        }

        @Override
        public String getName() {
            return "the feeds' variables of the environment";
        }

        @Override
        public int getOrdinal() {
            return ORDINAL;
        }

        /// Secrets are among the values.
        @Override
        public String toString() {
            return getName();
        }
    }
}
