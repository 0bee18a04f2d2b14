package io.credithub.store.feed;

import static io.credithub.testing.AtOnce.MANY;
import static io.credithub.testing.AtOnce.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.feed.FeedLease;
import io.credithub.store.connection.Sessions;
import io.credithub.testing.PostgresResource;
import io.credithub.testing.SpokenSql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many who change one feed at the same moment.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class FeedChangesIT {
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");

    @Inject Sessions sessions;
    @Inject FeedRegistration registration;

    private final String feed = "changed-" + UUID.randomUUID();
    private PostgresFeeds feeds;

    @BeforeEach
    void aFeed() {
        feeds = new PostgresFeeds(sessions, registration, () -> NOW);
        told(feeds.register(List.of(feed)));
    }

    @Test
    void ofManyWhoWantAFeedOneHoldsIt() {
        List<Optional<FeedLease>> leases = told(no -> feeds.hold(feed, "process-" + no, TERM));
        assertThat(leases.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void noRepullIsLost() {
        told(no -> feeds.change(feed, row -> repulled(row, NOW.plusSeconds(no))));
        long fence = told(feeds.change(feed, row -> row.fence));
        assertThat(fence).isEqualTo(MANY);
    }

    @Test
    void anUpdateNamesWhatHasChanged() {
        FeedLease lease = told(feeds.hold(feed, "a", TERM)).orElseThrow();
        try (SpokenSql sql = new SpokenSql()) {
            told(feeds.began(lease));
            assertThat(sql.updates("feed"))
                    .containsExactly(
                            "update feed set polling_since=$1,version=$2 where id=$3 and"
                                    + " version=$4");
        }
    }

    private static boolean repulled(FeedRow row, Instant from) {
        row.repull(from);
        return true;
    }
}
