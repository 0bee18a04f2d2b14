package io.credithub.source.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credithub.flow.feed.FeedProblem;
import io.credithub.source.KnownFeeds;
import io.credithub.source.drop.HubFolders;
import io.credithub.source.poll.FeedScheduler;
import io.credithub.source.poll.SourceConfig;
import io.credithub.source.poll.SourceEnvironment;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceCheckTest {
    private static final String KEY = "hub.source.national-platform";
    private static final HubFolders HUB =
            new HubFolders(
                    Path.of("/srv/hub/home"),
                    Path.of("/srv/hub/routes"),
                    Path.of("/srv/hub/mappings"));

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    url        | not an address          | HUB-4401
                    url        | ftp://host/path         | HUB-4401
                    url        | http:///path            | HUB-4401
                    url        | http://me:secret@host/x | HUB-4401
                    token-url  | localhost:8080          | HUB-4401
                    token-url  | http://host/token       | HUB-4404
                    folder     | /no/such/folder         | HUB-4402
                    page-size  | 0                       | HUB-4405
                    page-size  | 10001                   | HUB-4405
                    lease      | PT29S                   | HUB-4405
                    interval   | PT0S                    | HUB-4405
                    """)
    void aBadValueIsToldByItsKey(String key, String value, String code) {
        FeedProblem first = check(KEY + "." + key, value).getFirst();
        assertThat(first.code()).isEqualTo(code);
        assertThat(first.feed()).isEqualTo("national-platform");
        assertThat(first.file()).startsWith(KEY);
        assertThat(first.toString()).doesNotContain("me:secret");
    }

    @ParameterizedTest
    @CsvSource({"unheard-of", "vendor-push"})
    void aFeedThatIsNotPolledHasNoConfiguration(String feed) {
        assertThat(check("hub.source." + feed + ".url", "http://host/"))
                .extracting(FeedProblem::code, FeedProblem::feed)
                .containsExactly(tuple("HUB-4403", feed));
    }

    @Test
    void twoFeedsDoNotShareAFolder(@TempDir Path folder) {
        Map<String, String> given = new HashMap<>();
        given.put("hub.source.province-platform.folder", folder.toString());
        given.put("hub.source.second-platform.folder", folder.resolve(".").toString());
        assertThat(check(given))
                .extracting(FeedProblem::code, FeedProblem::feed)
                .containsExactly(
                        tuple("HUB-4415", "province-platform"),
                        tuple("HUB-4415", "second-platform"));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "/srv/hub/routes, '', HUB-4418",
        "/srv/hub/routes/x, '', HUB-4418",
        "/srv/hub/mappings/../routes, '', HUB-4418",
        "/srv/hub, '', HUB-4418",
        "/, '', HUB-4418",
        "/srv/hub/home, '', HUB-4418",
        "/srv/hub/home/spool, '', HUB-4418",
        "/srv/hub/home/drop, '', ''",
        "/srv/hub/home/drop/one, '', ''",
        "/srv/hub/home/dropped, '', HUB-4418",
        "/srv/hub/routes2, '', ''",
        "/srv/drop, /srv/drop/inner, HUB-4418",
        "/srv/drop/inner, /srv/drop, HUB-4418",
        "/srv/drop, /srv/drop2, ''"
    })
    void aDropFolderLiesApart(String folder, String other, String code) {
        Map<String, String> given = new HashMap<>();
        given.put("hub.source.province-platform.folder", folder);
        if (!other.isEmpty()) given.put("hub.source.second-platform.folder", other);
        assertThat(check(given))
                .extracting(FeedProblem::code)
                .filteredOn(found -> !found.equals("HUB-4402")) // they are not there
                .filteredOn(found -> !found.equals("HUB-4403"))
                .allMatch(code::equals)
                .hasSize(code.isEmpty() ? 0 : other.isEmpty() ? 1 : 2);
    }

    @Test
    void aSecretFileMustBeThere() {
        Map<String, String> given = new HashMap<>();
        given.put(KEY + ".token-url", "http://host/token");
        given.put(KEY + ".client-id", "hub");
        given.put(KEY + ".client-secret-file", "/no/such/file");
        assertThat(check(given)).extracting(FeedProblem::code).containsExactly("HUB-4408");
    }

    @Test
    void aGoodConfigurationPasses() {
        assertThat(check(KEY + ".url", "https://host:8443/api/v1/completions")).isEmpty();
    }

    @Test
    void aVariableOfTheEnvironmentNamesFeedAndKey() {
        Map<String, String> environment =
                Map.of(
                        "HUB_SOURCE_NATIONAL_PLATFORM_URL", "http://host/",
                        "HUB_SOURCE_NATIONAL_PLATFORM_TOKEN_URL", "http://host/token",
                        "HUB_SOURCE_X_CLIENT_SECRET_FILE", "/run/secret",
                        "HUB_SOURCE_URL", "nobody's",
                        "HUB_SOURCE_X_FOLDER", " ",
                        "HUB_DB_URL", "not ours");
        assertThat(SourceEnvironment.properties(environment))
                .isEqualTo(
                        Map.of(
                                "hub.source.national-platform.url", "http://host/",
                                "hub.source.national-platform.token-url", "http://host/token",
                                "hub.source.x.client-secret-file", "/run/secret"));
    }

    @Test
    void everyKeyHasItsVariable() {
        TreeSet<String> keys = new TreeSet<>();
        for (var method : SourceConfig.Feed.class.getDeclaredMethods()) {
            if (method.getParameterCount() > 0 || method.isSynthetic()) continue;
            keys.add(method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
        }
        assertThat(SourceEnvironment.KEYS).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest(name = "after {0} failures, asked for {1}s: {2}s")
    @CsvSource({"0,0,1", "1,0,2", "2,0,4", "8,0,256", "9,0,300", "60,0,300", "0,7,7", "0,9999,300"})
    void aPauseDoublesUpToItsCap(int failures, int asked, int seconds) {
        SourceConfig.Feed feed =
                Objects.requireNonNull(
                        config(Map.of(KEY + ".url", "http://host/"))
                                .feeds()
                                .get("national-platform"));
        assertThat(FeedScheduler.pause(feed, failures, Duration.ofSeconds(asked)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    private static List<FeedProblem> check(String key, String value) {
        return check(Map.of(key, value));
    }

    private static List<FeedProblem> check(Map<String, String> given) {
        return new SourceCheck(new KnownFeeds(), Set.of(), HUB).check(config(given));
    }

    private static SourceConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SourceConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(SourceConfig.class);
    }
}
