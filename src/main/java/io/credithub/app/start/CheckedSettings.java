package io.credithub.app.start;

import io.credithub.api.body.ApiConfig;
import io.credithub.api.body.RequestConfig;
import io.credithub.app.health.HealthConfig;
import io.credithub.app.work.ExpectationConfig;
import io.credithub.app.work.QuestionConfig;
import io.credithub.app.work.ReconciliationConfig;
import io.credithub.app.work.ReportConfig;
import io.credithub.app.work.WorkConfig;
import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.report.paper.PaperConfig;
import io.credithub.report.paper.PublicConfig;
import io.credithub.report.post.DeliveryConfig;
import io.credithub.security.OperatorConfig;
import io.credithub.security.SecurityConfig;
import io.credithub.security.SigningConfig;
import io.credithub.source.poll.SourceConfig;
import io.credithub.store.connection.DatabaseConfig;
import io.credithub.store.server.CannotStart;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What the start would refuse of the environment and of the keys below `hub.`, for whoever only
/// looks. Neither a port nor a database is tried.
final class CheckedSettings {
    /// Every interface of keys. A test compares the list with those that there are.
    static final List<Class<?>> MAPPINGS =
            List.of(
                    ApiConfig.class,
                    DatabaseConfig.class,
                    DeliveryConfig.class,
                    ExpectationConfig.class,
                    HealthConfig.class,
                    OperatorConfig.class,
                    PaperConfig.class,
                    PublicConfig.class,
                    QuestionConfig.class,
                    ReconciliationConfig.class,
                    ReportConfig.class,
                    RequestConfig.class,
                    SecurityConfig.class,
                    SigningConfig.class,
                    SourceConfig.class,
                    WorkConfig.class);

    private static final int ENVIRONMENT = 300;
    private static final List<String> NUMBERS =
            List.of(
                    "HUB_HTTP_PORT",
                    "HUB_HTTPS_PORT",
                    "HUB_MANAGEMENT_PORT",
                    "HUB_DB_PORT",
                    "HUB_DB_SHARED_BUFFERS_MIB");

    private final HubEnvironment around;
    private final List<FileProblem> problems = new ArrayList<>();

    private CheckedSettings(HubEnvironment around) {
        this.around = around;
    }

    static List<FileProblem> of(HubEnvironment around) {
        CheckedSettings checked = new CheckedSettings(around);
        checked.names();
        for (Class<?> mapping : MAPPINGS) {
            // those of feeds are told feed by feed
            if (!mapping.equals(SourceConfig.class)) checked.values(mapping);
        }
        for (String number : NUMBERS) checked.refused(() -> around.number(number, 0));
        checked.refused(() -> HttpSettings.of(around));
        checked.refused(() -> DatabaseSettings.given(around));
        checked.refused(() -> KeyFileRights.requireAll(around));
        checked.problems.addAll(CheckedTargets.problems(around));
        return List.copyOf(checked.problems);
    }

    private void names() {
        List<ConfigClass> mappings = new ArrayList<>();
        for (Class<?> mapping : MAPPINGS) mappings.add(ConfigClass.configClass(mapping));
        for (String key : new TreeSet<>(System.getProperties().stringPropertyNames())) {
            boolean isOurs = key.startsWith("hub.");
            if (isOurs && !ConfigurationKeys.isKnown(key, mappings)) {
                problem(String.valueOf(CannotStart.becauseUnknown(key).getMessage()));
            }
        }
    }

    private void values(Class<?> mapping) {
        try {
            config(around, mapping);
        } catch (ConfigValidationException wrong) {
            for (int at = 0; at < wrong.getProblemCount(); at++) {
                problem(StartFailure.misconfigured(wrong.getProblem(at).getMessage()));
            }
        }
    }

    /// The configuration as the start will read it.
    ///
    /// @throws ConfigValidationException if the start would refuse what the mapping has
    static SmallRyeConfig config(HubEnvironment around, Class<?> mapping) {
        Map<String, String> given = new HashMap<>(around.environment());
        given.values().removeIf(String::isBlank);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withMappingIgnore("hub.**")
                .withSources(new EnvConfigSource(given, ENVIRONMENT), new SysPropConfigSource())
                .build();
    }

    private void refused(Runnable step) {
        try {
            step.run();
        } catch (CannotStart refused) {
            problem(String.valueOf(refused.getMessage()));
        }
    }

    private void problem(String told) {
        problems.add(
                new FileProblem(
                        "HUB_…",
                        "",
                        new Text("启动时会被拒绝", told),
                        new Text(
                                "对照 docs/configuration.md 更正",
                                "correct it: see docs/configuration.md")));
    }
}
