package io.credithub.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceCheckTest {
    private static final String KEY = "hub.source.national-platform";

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
    void aBadValueStopsTheStartByItsKey(String key, String value, String code) {
        assertThatThrownBy(() -> check(KEY + "." + key, value))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith(code + ": " + KEY)
                .hasMessageNotContaining("me:secret");
    }

    @ParameterizedTest
    @CsvSource({"unheard-of", "vendor-push"})
    void aFeedThatIsNotPolledHasNoConfiguration(String feed) {
        assertThatThrownBy(() -> check("hub.source." + feed + ".url", "http://host/"))
                .hasMessageStartingWith("HUB-4403: hub.source." + feed);
    }

    @Test
    void aGoodConfigurationPasses() {
        assertThatCode(() -> check(KEY + ".url", "https://host:8443/api/v1/completions"))
                .doesNotThrowAnyException();
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
                        config(KEY + ".url", "http://host/").feeds().get("national-platform"));
        assertThat(Polling.pause(feed, failures, Duration.ofSeconds(asked)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    private static void check(String key, String value) {
        SourceCheck.check(config(key, value), new KnownFeeds());
    }

    private static SourceConfig config(String key, String value) {
        Map<String, String> properties = new HashMap<>();
        properties.put(key, value);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SourceConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(SourceConfig.class);
    }
}
