package io.credithub.source;

import io.credithub.flow.FeedDefinition;
import io.credithub.flow.FeedDefinition.Kind;
import io.credithub.flow.Feeds;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Whether the configuration of the feeds is sound. The first fault is reported, by its key.
final class SourceCheck {
    private static final int PAGE_SIZE_MAX = 10_000;
    private static final int REQUESTS_MAX = 1_000_000;
    private static final Duration LEASE_MIN = Duration.ofSeconds(30);

    private SourceCheck() {}

    /// @throws Misconfigured at the first fault
    static void check(SourceConfig config, Feeds feeds) {
        config.feeds()
                .forEach((code, settings) -> {
                    Optional<FeedDefinition> feed = feeds.find(code);
                    String key = "hub.source." + code;
                    if (feed.isEmpty() || feed.get().kind() == Kind.PUSH) {
                        throw Misconfigured.feed(key);
                    }
                    check(key, settings);
                });
    }

    private static void check(String key, SourceConfig.Feed settings) {
        settings.url().ifPresent(url -> address(key + ".url", url));
        settings.tokenUrl().ifPresent(url -> address(key + ".token-url", url));
        settings.folder().ifPresent(folder -> folder(key + ".folder", folder));
        if (settings.tokenUrl().isPresent()) credentials(key, settings);
        if (settings.pageSize() < 1 || settings.pageSize() > PAGE_SIZE_MAX) {
            throw Misconfigured.range(key + ".page-size", "1 to " + PAGE_SIZE_MAX);
        }
        if (settings.requestsMax() < 2 || settings.requestsMax() > REQUESTS_MAX) {
            throw Misconfigured.range(key + ".requests-max", "2 to " + REQUESTS_MAX);
        }
        if (settings.lease().compareTo(LEASE_MIN) < 0) {
            throw Misconfigured.range(key + ".lease", "30s or more");
        }
        positive(key + ".interval", settings.interval());
        positive(key + ".retry-first", settings.retryFirst());
        positive(key + ".retry-max", settings.retryMax());
        positive(key + ".run-timeout", settings.runTimeout());
        positive(key + ".page-timeout", settings.pageTimeout());
        positive(key + ".landing-timeout", settings.landingTimeout());
    }

    private static void credentials(String key, SourceConfig.Feed settings) {
        if (settings.clientId().isEmpty()) {
            throw Misconfigured.missing(key + ".client-id", "token-url is");
        }
        Optional<Path> file = settings.clientSecretFile();
        if (settings.clientSecret().isEmpty() && file.isEmpty()) {
            throw Misconfigured.missing(key + ".client-secret", "token-url is");
        }
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw Misconfigured.missing(key + ".client-secret-file", "its file cannot be read");
        }
    }

    private static void address(String key, String value) {
        try {
            URI uri = new URI(value);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) return;
        } catch (URISyntaxException wrong) {
            // Not quoted: somebody may have put a secret into it.
            throw Misconfigured.address(key);
        }
        throw Misconfigured.address(key);
    }

    private static void folder(String key, Path folder) {
        if (!Files.isDirectory(folder)) throw Misconfigured.folder(key, folder.toString());
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) throw Misconfigured.range(key, "more than 0");
    }
}
