package io.credithub.flow.subscription;

import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who wants which report sent. One that was removed is found no more. Implemented by `hub.store`.
public interface Subscriptions {
    /// @param wanted its number and version are given here
    /// @param most subscriptions of one owner
    /// @return empty: the owner has so many already
    Uni<Optional<Subscription>> add(Subscription wanted, int most);

    Uni<Optional<Subscription>> find(int id);

    /// Those of an owner, and those that are about what lies in a view; by their numbers.
    ///
    /// @param after of subscriptions above this number
    Uni<List<Subscription>> seen(String owner, Jurisdiction view, int after, int most);

    /// Puts a subscription in place of the one of its number and version; the version moves on.
    /// What is on its way is not stopped here: it is refused before it is sent.
    ///
    /// @return empty: somebody else has changed it
    Uni<Optional<Subscription>> change(Subscription changed);

    /// What of it was tried in vain is refused with [SendRefusal#STOPPED].
    ///
    /// @return whether there was one
    Uni<Boolean> remove(int id);

    /// Forgets the recipients of those that were removed longer ago than that, and of those whose
    /// key was taken back or has expired longer ago.
    ///
    /// @return how many had any
    Uni<Integer> blot(Duration kept);

    /// Those of which a time has come, the longest due first.
    Uni<List<Subscription>> due(Instant now, int most);

    /// Has the one that is due sent, and moves its time on, at once; nothing if that was done.
    ///
    /// @param next null: never again
    Uni<Void> order(Subscription due, @Nullable Instant next, Instant now);

    /// Nothing of it is due any more, for that reason.
    Uni<Void> pause(int id, SendRefusal why);
}
