package io.credithub.fakes;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.FeedKind;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.feed.Feeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Feeds of which only the codes matter.
public record PlainFeeds(List<String> codes) implements Feeds {
    public static PlainFeeds of(String... codes) {
        return new PlainFeeds(List.of(codes));
    }

    @Override
    public Optional<FeedDefinition> find(String code) {
        return all().stream().filter(feed -> feed.code().equals(code)).findFirst();
    }

    @Override
    public List<FeedDefinition> all() {
        return codes.stream().map(PlainFeeds::feed).toList();
    }

    private static FeedDefinition feed(String code) {
        return new FeedDefinition(
                code,
                new Text(code, code),
                "nobody",
                FeedKind.PUSH,
                new Format(Syntax.JSON, null, null),
                Map.of(),
                Authority.ANY,
                Duration.ZERO,
                "00");
    }
}
