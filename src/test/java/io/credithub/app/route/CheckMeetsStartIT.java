package io.credithub.app.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FeedProblem;
import io.credithub.flow.feed.Feeds;
import io.credithub.source.poll.SourceConfig;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.DefaultRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The project's routes with one mistake: what Camel refuses with the beans of the hub that runs,
/// the check has refused with its stand-ins, and nothing else that is sound.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class CheckMeetsStartIT {
    @Inject CamelContext running;
    @Inject Feeds feeds;
    @Inject SourceConfig config;

    @TempDir Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path project = Path.of(System.getProperty("hub.project", "."));
        try (Stream<Path> all = Files.list(project.resolve("routes"))) {
            for (Path file : all.filter(RouteFile::isRoute).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void bothTakeTheProjectAsItIs() throws Exception {
        assertThat(checked()).isEmpty();
        assertThat(refusedByCamel()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vendor-push | templatedRoute: | templatedRoute | vendor-push
                    vendor-push | routeTemplateRef: push | routeTemplateRef: psh | vendor-push
                    vendor-push | parameters: | parametres: | vendor-push
                    vendor-push | name: feed | name: fed | vendor-push
                    province-platform | {{hub.source.province-platform.folder:no-drop-folder}} | {{folder.of.nobody}} | province-platform
                    national-platform | name: address | name: adress | national-platform
                    national-platform | {{hub.source.national-platform.url}} | htp://nowhere | national-platform
                    pull-pages | setBody: | setBdy: | pull-pages
                    pull-pages | timer:{{feed}} | timer:{{feeed}} | national-platform
                    pull-pages | period: 500 | perod: 500 | national-platform
                    pull-pages | #page-client- | #page-clients- | national-platform
                    pull-pages | bean:pull?method=open | bean:poll?method=open | pull-pages
                    drop-folder | #drop-polls | #drop-pols | province-platform
                    drop-folder | ${file:onlyname} | ${fle:onlyname} | province-platform
                    on-failure | LeaseLost | LeaseList | on-failure
                    on-failure | bean:outage?method=leave | bean:outrage?method=leave | on-failure
                    """)
    void whatCamelRefusesTheCheckHasRefused(String file, String right, String wrong, String told)
            throws Exception {
        mistake(file, right, wrong);
        assertThat(refusedByCamel()).as("by Camel").isNotEmpty();
        assertThat(checked()).as("by the check").contains(told);
    }

    /// Camel would find out when the first delivery comes by, or never.
    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    national-platform | zone: Asia/Shanghai | zone: Asia/Shangai | national-platform
                    national-platform | next: /data/next | next: data/next | national-platform
                    vendor-push | routeId: vendor-push | routeId: vendor | vendor-push
                    vendor-push | value: vendor-push | value: county-recognition | vendor-push
                    vendor-push | routeId: vendor-push | routeId: county-recognition | county-recognition
                    on-failure | ${bean:outage?method=willPass} | ${ben:outage?method=willPass} | on-failure
                    push | bean:landing?method=push | bean:landing?method=psh | push
                    push | routeConfigurationId: tell-the-sender | routeConfigurationId: tell-him | push
                    """)
    void theCheckRefusesWhatWouldBeToldTooLate(String file, String right, String wrong, String told)
            throws Exception {
        mistake(file, right, wrong);
        assertThat(checked()).contains(told);
    }

    private void mistake(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file + RouteFile.SUFFIX);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replace(right, wrong));
    }

    /// The feeds that the check would keep off.
    private List<String> checked() throws Exception {
        return new RouteCheck(folder, _ -> null)
                .run(feeds, config, Set.of()).problems().stream().map(FeedProblem::feed).toList();
    }

    /// Those of the hub that runs, but for its components: a Camel that ends stops the components
    /// that it has, and clears its own registry.
    private Registry beans() {
        return new DefaultRegistry(new WithoutComponents(running.getRegistry()));
    }

    private record WithoutComponents(Registry of) implements BeanRepository {
        @Override
        public @Nullable Object lookupByName(String name) {
            return of.lookupByName(name) instanceof Component ? null : of.lookupByName(name);
        }

        @Override
        public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
            T found = of.lookupByNameAndType(name, type);
            return found instanceof Component ? null : found;
        }

        @Override
        public <T> Map<String, T> findByTypeWithName(Class<T> type) {
            return Component.class.isAssignableFrom(type) ? Map.of() : of.findByTypeWithName(type);
        }

        @Override
        public <T> Set<T> findByType(Class<T> type) {
            return Component.class.isAssignableFrom(type) ? Set.of() : of.findByType(type);
        }
    }

    /// What a Camel refuses that loads and starts all of it, with the beans of the hub that runs.
    private List<Exception> refusedByCamel() throws Exception {
        List<RouteFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.sorted().toList()) files.add(RouteFile.read(path));
        }
        files.sort(Comparator.comparingInt(RouteFile::rank));
        List<Exception> refused = new ArrayList<>();
        try (DefaultCamelContext camel = new DefaultCamelContext(beans())) {
            camel.start();
            for (RouteFile file : files) {
                try {
                    FeedStart.load(camel, file, config);
                } catch (Exception failed) {
                    refused.add(failed);
                }
            }
        }
        return refused;
    }
}
