package io.credithub.app.start;

import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.source.poll.SourceConfig;
import io.credithub.source.poll.SourceEnvironment;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The configuration of the feeds as the start will read it, for whoever only looks: the variables
/// of the environment, and the system's properties below `hub.`; and what the start would refuse of
/// all others.
///
/// @param properties of both, by the names that routes use
public record CheckedConfiguration(
        SourceConfig sources, Map<String, String> properties, List<FileProblem> problems) {
    private static final int ORDINAL = 300;

    public static CheckedConfiguration of(HubEnvironment around) {
        Map<String, String> given =
                new HashMap<>(SourceEnvironment.properties(around.environment()));
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("hub.source.")) given.put(name, System.getProperty(name));
        }
        List<FileProblem> problems = new ArrayList<>(CheckedSettings.of(around));
        SourceConfig sources;
        try {
            sources = sources(given);
        } catch (ConfigValidationException wrong) {
            for (int at = 0; at < wrong.getProblemCount(); at++) {
                problems.add(problem(wrong.getProblem(at).getMessage()));
            }
            sources = sources(Map.of());
        }
        return new CheckedConfiguration(sources, Map.copyOf(given), List.copyOf(problems));
    }

    private static SourceConfig sources(Map<String, String> given) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withMapping(SourceConfig.class)
                        .withSources(new PropertiesConfigSource(given, "given", ORDINAL))
                        .build();
        return config.getConfigMapping(SourceConfig.class);
    }

    private static FileProblem problem(String message) {
        String told = StartFailure.misconfigured(message);
        return new FileProblem(
                "HUB_SOURCE_…",
                "",
                new Text(told, told),
                new Text("对照 docs/configuration.md 更正", "correct it: see docs/configuration.md"));
    }

    public @Nullable String property(String name) {
        String value = properties.get(name);
        return value == null ? System.getProperty(name) : value;
    }
}
