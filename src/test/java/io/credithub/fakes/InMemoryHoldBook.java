package io.credithub.fakes;

import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldBook;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decisions about held records in memory.
final class InMemoryHoldBook implements HoldBook {
    private final InstantSource clock;

    InMemoryHoldBook(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Map<UUID, OwnedRecord>> owned(
            LedgerTransaction ledger, Collection<UUID> records, Jurisdiction within) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(ledger).state();
                    Map<UUID, OwnedRecord> owned = new HashMap<>();
                    for (StoredContent content : state.contents.values()) {
                        UUID key = content.copy().key();
                        boolean isPlaced = content.state().isMatched();
                        if (!isPlaced || !records.contains(key)) continue;
                        if (within.covers(state.teacher(content.teacher()).answering())) {
                            owned.put(key, new OwnedRecord(content.teacher(), last(state, key)));
                        }
                    }
                    return owned;
                });
    }

    private static @Nullable PastDecision last(RegistryState state, UUID record) {
        for (StoredHoldDecision one : state.holds.reversed()) {
            if (one.made().record().equals(record)) return one.told();
        }
        return null;
    }

    @Override
    public Uni<Void> keep(LedgerTransaction ledger, List<NewDecision> decisions) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(ledger).change();
                    for (NewDecision made : decisions) {
                        state.holds.add(new StoredHoldDecision(made, clock.instant()));
                        if (!made.decision().isOfPair()) continue;
                        boolean isSame = made.decision() == HoldDecision.SAME;
                        state.pairs.put(
                                Pair.of(made.record(), Objects.requireNonNull(made.peer())),
                                isSame ? PairVerdict.SAME : PairVerdict.DIFFERENT);
                    }
                    return decisions;
                })
                .replaceWithVoid();
    }
}
