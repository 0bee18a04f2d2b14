package io.credithub.store.ledger;

import io.credithub.domain.ledger.FamilyKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// In which families of titles the last transactions under the ledger lock have placed records.
/// Whoever has looked for copies before the lock was there looks again only where something came
/// meanwhile: that is a handful of families, and looking at all of a chunk's kept everybody else
/// waiting for an eighth of the time.
///
/// A transaction is known by its number, which PostgreSQL writes beside the head of the ledger that
/// it left. One that came to nothing leaves no head, so nobody ever asks for it; one of another
/// process is not known here, and the answer is that nobody knows.
final class RecentPlacings {
    private static final int TRANSACTIONS_MAX = 64;
    private static final int FAMILIES_MAX = 20_000;

    /// @param before the transaction that left the head which this one found
    private record PlacedAfter(long before, Set<FamilyKey> families) {}

    private final Map<Long, PlacedAfter> known = new HashMap<>();
    private final Deque<Long> order = new ArrayDeque<>();

    /// To be said before the commit, since the next may hold the lock before its answer is here.
    synchronized void placed(long transaction, long before, Collection<FamilyKey> families) {
        if (families.size() > FAMILIES_MAX) return;
        if (known.put(transaction, new PlacedAfter(before, Set.copyOf(families))) != null) return;
        order.addLast(transaction);
        if (order.size() > TRANSACTIONS_MAX) known.remove(order.removeFirst());
    }

    /// What was placed after the head that the one transaction left, up to the head that the other
    /// one left.
    ///
    /// @return null: not all of it is known here
    synchronized @Nullable Set<FamilyKey> between(long then, long now) {
        Set<FamilyKey> placed = new HashSet<>();
        for (long at = now; at != then; ) {
            PlacedAfter placing = known.get(at);
            if (placing == null) return null;
            placed.addAll(placing.families());
            at = placing.before();
        }
        return placed;
    }
}
