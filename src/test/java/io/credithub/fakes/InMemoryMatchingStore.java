package io.credithub.fakes;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.MatchingStore;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Objects;

/// Changes of the terms of matching in memory.
public final class InMemoryMatchingStore implements MatchingStore {
    private final InMemoryLedger ledger;

    public InMemoryMatchingStore(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Uni<Integer> ask(MatchingQuestion question, String by) {
        return ledger.change(state -> {
            int id = state.recomputations.size() + 1;
            StoredRecomputation.About about =
                    new StoredRecomputation.About(
                            id,
                            ledger.clock().instant(),
                            by,
                            state.rulebooks.getLast(),
                            state.rules(),
                            question);
            state.recomputations.put(id, StoredRecomputation.asked(about, null));
            return id;
        });
    }

    @Override
    public Uni<MatchingTerms> proposed(int id) {
        return Uni.createFrom().item(() -> terms(ledger.committed(), id));
    }

    private static MatchingTerms terms(RegistryState state, int id) {
        StoredRecomputation one = Objects.requireNonNull(state.recomputations.get(id));
        return Objects.requireNonNull(one.about().matching()).terms();
    }

    @Override
    public Uni<Void> decide(LedgerTransaction transaction, int id, Deciding deciding) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    Instant now = ledger.clock().instant();
                    String reason = ResidentId.masked(deciding.reason());
                    MatchingTerms terms = terms(state, id);
                    state.matching++;
                    state.matchings.add(
                            new MatchingDecision(
                                    state.matching, now, deciding.by(), reason, terms));
                    Rulebook.RulebookDecision decided =
                            new Rulebook.RulebookDecision(
                                    Math.toIntExact(state.matching), now, reason, deciding.by());
                    state.recomputations.computeIfPresent(id, (_, one) -> one.decided(decided));
                });
    }
}
