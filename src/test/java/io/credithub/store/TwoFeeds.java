package io.credithub.store;

import io.credithub.contract.Stores;
import io.credithub.domain.Text;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.feed.Feeds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The two that the contracts speak of.
final class TwoFeeds implements Feeds {
    static final Format FORMAT = new Format(Syntax.JSON, null, null);

    @Override
    public Optional<FeedDefinition> find(String code) {
        return all().stream().filter(feed -> feed.code().equals(code)).findFirst();
    }

    @Override
    public List<FeedDefinition> all() {
        return List.of(feed(Stores.PROVINCE), feed(Stores.VENDOR));
    }

    private static FeedDefinition feed(String code) {
        return new FeedDefinition(
                code,
                new Text(code, code),
                "nobody",
                FeedDefinition.FeedKind.PUSH,
                FORMAT,
                Map.of(),
                Authority.ANY,
                Duration.ZERO,
                "00");
    }
}
