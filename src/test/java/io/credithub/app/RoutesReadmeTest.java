package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.route.RouteBeans;
import io.credithub.app.route.RouteCheck;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.feed.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that `./hub check` and the guide to sources send people to.
final class RoutesReadmeTest {
    private static final Path ROUTES =
            Path.of(System.getProperty("hub.project", ".")).resolve("routes");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\n    routeId: (\\S+)");
    private static final List<String> COMMON =
            List.of("on-failure", "pull-pages", "drop-folder", "push");

    @TempDir private Path folder;

    @Test
    void eachOfItsExamplesIsARouteThatCanBeUsed() throws Exception {
        Set<String> feeds = new TreeSet<>();
        Matcher example = EXAMPLE.matcher(readme());
        while (example.find()) {
            Matcher id = ID.matcher(example.group(1));
            assertThat(id.find()).isTrue();
            feeds.add(id.group(1));
            Files.writeString(folder.resolve(id.group(1) + ".camel.yaml"), example.group(1));
        }
        for (String common : COMMON) {
            String file = common + ".camel.yaml";
            Files.copy(ROUTES.resolve(file), folder.resolve(file));
        }
        assertThat(feeds).containsExactly("city-platform", "county-files", "school-push");
        RouteCheck check = new RouteCheck(folder, _ -> null);
        assertThat(check.run(new ExampleFeeds(), Map::of, Set.of()).problems()).isEmpty();
    }

    /// One feed of each kind, by the codes of the page's examples.
    private static final class ExampleFeeds implements Feeds {
        @Override
        public Optional<FeedDefinition> find(String code) {
            return all().stream().filter(feed -> feed.code().equals(code)).findFirst();
        }

        @Override
        public List<FeedDefinition> all() {
            return List.of(
                    feed("city-platform", FeedKind.PULL, Syntax.JSON_PAGE),
                    feed("county-files", FeedKind.DROP, Syntax.CSV),
                    feed("school-push", FeedKind.PUSH, Syntax.JSON));
        }

        private static FeedDefinition feed(String code, FeedKind kind, Syntax syntax) {
            Format format = new Format(syntax, null, syntax == Syntax.JSON_PAGE ? "/items" : null);
            Text title = new Text(code, code);
            return new FeedDefinition(
                    code, title, "owner", kind, format, Map.of(), Authority.ANY, Duration.ZERO, "");
        }
    }

    @Test
    void everyBeanThatARouteMayCallIsExplained() throws IOException {
        String readme = readme();
        RouteBeans.METHODS.forEach((bean, methods) ->
                assertThat(methods)
                        .allSatisfy(method ->
                                assertThat(readme)
                                        .contains("`bean:" + bean + "?method=" + method + "`")));
        assertThat(readme).contains("`#" + RouteBeans.POLL_STRATEGY + "`");
    }

    private static String readme() throws IOException {
        return Files.readString(ROUTES.resolve("README.md"));
    }
}
