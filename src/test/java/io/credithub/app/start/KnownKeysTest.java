package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.source.poll.SourceConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KnownKeysTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hub.source.any-feed.url, true",
        "hub.source.any-feed.client-secret-file, true",
        "hub.source.any-feed.ulr, false",
        "hub.source.any-feed, false",
        "hub.sources.any-feed.url, false",
        "hub.routes, true",
        "hub.route, false",
    })
    void aTypingErrorIsNotAKey(String key, boolean isKnown) {
        ConfigClass mapping = ConfigClass.configClass(SourceConfig.class, "hub.source");
        assertThat(ConfigurationKeys.isKnown(key, List.of(mapping))).isEqualTo(isKnown);
    }
}
