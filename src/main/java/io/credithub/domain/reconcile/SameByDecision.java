package io.credithub.domain.reconcile;

import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.UnsignedOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Which records people said are one training. Who says so of a first and a second, and of the
/// second and a third, has said so of the first and the third, unless they decided otherwise about
/// these.
final class SameByDecision {
    private final PairDecisions decisions;
    private final Map<UUID, UUID> towards = new HashMap<>();

    SameByDecision(PairDecisions decisions) {
        this.decisions = decisions;
        decisions
                .byPair()
                .forEach((pair, verdict) -> {
                    if (verdict == PairVerdict.SAME) join(pair);
                });
    }

    boolean isSame(UUID one, UUID other) {
        if (towards.isEmpty() || isDifferent(one, other)) return false;
        return end(one).equals(end(other));
    }

    boolean isDifferent(UUID one, UUID other) {
        return decisions.of(one, other) == PairVerdict.DIFFERENT;
    }

    private void join(Pair pair) {
        UUID first = end(pair.first());
        UUID second = end(pair.second());
        if (first.equals(second)) return;
        boolean isFirst = UnsignedOrder.compare(first, second) < 0;
        towards.put(isFirst ? second : first, isFirst ? first : second);
    }

    private UUID end(UUID key) {
        UUID at = key;
        for (UUID next = towards.get(at); next != null; next = towards.get(at)) at = next;
        return at;
    }
}
