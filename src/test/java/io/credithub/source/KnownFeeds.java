package io.credithub.source;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.feed.Feeds;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The three feeds of the project, and a second one that is pulled.
@Alternative
@Singleton
public class KnownFeeds implements Feeds {
    public static final String NATIONAL = "national-platform";
    public static final String SECOND = "second-platform";
    public static final String PROVINCE = "province-platform";
    public static final String VENDOR = "vendor-push";

    private static final Format PAGES = new Format(Syntax.JSON_PAGE, "UTF-8", "/data/items");

    private final List<FeedDefinition> all =
            List.of(
                    feed(NATIONAL, FeedKind.PULL, PAGES, Duration.ofMinutes(10)),
                    feed(
                            PROVINCE,
                            FeedKind.DROP,
                            new Format(Syntax.CSV, null, null),
                            Duration.ZERO),
                    feed(SECOND, FeedKind.PULL, PAGES, Duration.ZERO),
                    feed(
                            VENDOR,
                            FeedKind.PUSH,
                            new Format(Syntax.JSON, null, null),
                            Duration.ZERO));

    private static FeedDefinition feed(
            String code, FeedKind kind, Format format, Duration overlap) {
        return new FeedDefinition(
                code,
                new Text(code, code),
                "owner",
                kind,
                format,
                Map.of(),
                Authority.ANY,
                overlap,
                "");
    }

    @Override
    public Optional<FeedDefinition> find(String code) {
        return all.stream().filter(feed -> feed.code().equals(code)).findFirst();
    }

    @Override
    public List<FeedDefinition> all() {
        return all;
    }
}
