package io.credithub.flow.feed;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// What an operator can see and do about feeds, without editing a table.
public interface FeedControl {
    /// Ordered by code.
    Uni<List<FeedStatus>> status();

    /// A paused feed is not polled, and a push to it is refused; what has landed is still
    /// processed.
    ///
    /// @throws IllegalArgumentException if there is no such feed; ask [Feeds] first
    Uni<FeedStatus> pause(String code);

    /// @throws IllegalArgumentException if there is no such feed
    Uni<FeedStatus> resume(String code);

    /// Pulls again from a time on. What comes a second time is a counted duplicate.
    ///
    /// @throws IllegalArgumentException if there is no such feed, or it is not pulled
    Uni<FeedStatus> repull(String code, Instant from);
}
