package io.credithub.domain.ledger;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What registrars decided about pairs of records. A decision is about the two records, whatever
/// contents they come to have.
///
/// @param byPair the last word on each
public record PairDecisions(Map<Pair, PairVerdict> byPair) {
    public static final PairDecisions NONE = new PairDecisions(Map.of());

    public PairDecisions {
        byPair = Map.copyOf(byPair);
    }

    public enum PairVerdict {
        SAME,
        DIFFERENT
    }

    /// Two records, in whatever order they are named.
    public record Pair(UUID first, UUID second) {
        public static Pair of(UUID one, UUID other) {
            return UnsignedOrder.compare(one, other) <= 0
                    ? new Pair(one, other)
                    : new Pair(other, one);
        }
    }

    public @Nullable PairVerdict of(UUID one, UUID other) {
        return byPair.isEmpty() ? null : byPair.get(Pair.of(one, other));
    }
}
