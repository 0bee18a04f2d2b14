package io.credithub.flow.feed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may poll which feed, and how its polls went. A feed is polled by one process at a time; what
/// is said here outlives the process. Implemented by `hub.store`.
///
/// The lease only saves work: what keeps a feed right is the fence, which landing checks.
public interface FeedLeases {
    /// Makes sure that every feed is on the books. Doing it twice is harmless.
    Uni<Void> register(Collection<String> feeds);

    /// Takes the lease, or keeps the one that the owner has.
    ///
    /// @param owner names the process
    /// @param term how long the lease holds without being held again
    /// @return empty while the feed is paused, waits for its next try, or belongs to another owner
    Uni<Optional<FeedLease>> hold(String feed, String owner, Duration term);

    /// @return fails with [LeaseLost] if the fence has moved on
    Uni<Void> renew(FeedLease lease, Duration term);

    /// A poll begins. Does nothing if the fence has moved on.
    Uni<Void> began(FeedLease lease);

    /// A poll went well: earlier failures and a re-pull that was asked for are over. Does nothing
    /// if the fence has moved on.
    Uni<Void> succeeded(FeedLease lease);

    /// A poll failed. Does nothing if the fence has moved on.
    ///
    /// @param error for operators: no secret, nobody's name
    /// @param retryAt nobody polls the feed before
    Uni<Void> failed(FeedLease lease, String error, Instant retryAt);

    /// @return empty if it is not paused; fails with [IllegalArgumentException] if there is no such
    ///   feed
    Uni<Optional<Pause>> pause(String feed);

    /// @param since null where nobody noted it
    record Pause(@Nullable Instant since) {}

    /// Gives every lease of the owner back, so that another process need not wait for its end.
    Uni<Void> release(String owner);
}
