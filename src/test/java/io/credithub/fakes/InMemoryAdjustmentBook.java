package io.credithub.fakes;

import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.AdjustmentBook;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adjustments in memory; of breaks it knows what is planted.
public final class InMemoryAdjustmentBook implements AdjustmentBook {
    private final InstantSource clock;
    private final Map<UUID, BrokenRecord> breaks = new HashMap<>();

    InMemoryAdjustmentBook(InstantSource clock) {
        this.clock = clock;
    }

    /// @param record absent: the break is about none
    public void plant(UUID identity, @Nullable UUID record) {
        breaks.put(identity, new BrokenRecord(record));
    }

    @Override
    public Uni<@Nullable BrokenRecord> broken(
            LedgerTransaction ledger, UUID identity, Jurisdiction within) {
        return Uni.createFrom().item(breaks.get(identity));
    }

    @Override
    public Uni<@Nullable Integer> owner(
            LedgerTransaction ledger, UUID record, Jurisdiction within) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(ledger).state();
                    for (StoredContent content : state.contents.values()) {
                        boolean isIt =
                                content.copy().key().equals(record) && content.state().isMatched();
                        if (isIt && within.covers(state.teacher(content.teacher()).answering())) {
                            return content.teacher();
                        }
                    }
                    return null;
                });
    }

    @Override
    public Uni<Boolean> isOpen(LedgerTransaction ledger, UUID record, int version) {
        return Uni.createFrom()
                .item(() ->
                        InMemoryTransaction.of(ledger).state().adjustments.values().stream()
                                .filter(one ->
                                        one.state() == AdjustmentState.PROPOSED
                                                || one.state() == AdjustmentState.POSTED)
                                .anyMatch(one -> one.isOf(new Place(record, version))));
    }

    @Override
    public Uni<Long> propose(LedgerTransaction ledger, NewAdjustment proposed, Signed by) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(ledger).change();
                    long id = state.adjustments.size() + 1L;
                    state.adjustments.put(
                            id,
                            new StoredAdjustment(
                                    id,
                                    proposed,
                                    by,
                                    AdjustmentState.PROPOSED,
                                    null,
                                    null,
                                    clock.instant()));
                    return id;
                });
    }

    @Override
    public Uni<@Nullable OpenAdjustment> find(
            LedgerTransaction ledger, long id, Jurisdiction within) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(ledger).state();
                    StoredAdjustment found = state.adjustments.get(id);
                    if (found == null) return null;
                    StoredContent content =
                            state.contents.get(
                                    new Place(found.made().record(), found.made().version()));
                    boolean isWithin =
                            content != null
                                    && within.covers(state.teacher(content.teacher()).answering());
                    return isWithin ? found.told() : null;
                });
    }

    @Override
    public Uni<Void> take(LedgerTransaction ledger, long id, AdjustmentAct act, Signed by) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(ledger).change();
                    return state.adjustments.computeIfPresent(
                            id,
                            (_, found) ->
                                    found.taken(act, by, state.lines.size(), clock.instant()));
                })
                .replaceWithVoid();
    }
}
