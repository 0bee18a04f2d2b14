package io.credithub.fakes;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.ledger.UnsignedOrder;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.BatchResult;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RuleStore;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Changes of rules in memory.
public final class InMemoryRuleStore implements RuleStore {
    private final InMemoryLedger ledger;

    public InMemoryRuleStore(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<Void> decide(LedgerTransaction transaction, int recomputation, Deciding deciding) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    StoredRecomputation about =
                            Objects.requireNonNull(state.recomputations.get(recomputation));
                    Rulebook.RulebookDecision decided =
                            new Rulebook.RulebookDecision(
                                    state.rules() + 1,
                                    ledger.clock().instant(),
                                    ResidentId.masked(deciding.reason()),
                                    deciding.by());
                    Rulebook rules = about.rules();
                    state.rulebooks.add(new Rulebook(decided, rules.main(), rules.all()));
                    state.recomputations.put(recomputation, about.decided(decided));
                });
    }

    @Override
    public Uni<List<Integer>> teachers(
            LedgerTransaction transaction, BatchResult.TeacherRange stretch) {
        return Uni.createFrom()
                .item(() ->
                        List.copyOf(
                                InMemoryTransaction.of(transaction)
                                        .state()
                                        .teachers
                                        .subMap(stretch.first(), true, stretch.last(), true)
                                        .keySet()));
    }

    @Override
    public Uni<List<UUID>> withoutTeacher(LedgerTransaction transaction, UUID after, int most) {
        return Uni.createFrom()
                .item(() ->
                        InMemoryTransaction.of(transaction).state().waiting.keySet().stream()
                                .map(Place::record)
                                .distinct()
                                .filter(record -> UnsignedOrder.compare(record, after) > 0)
                                .limit(most)
                                .toList());
    }
}
