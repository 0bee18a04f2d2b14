package io.credithub.fakes;

import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.Matchings;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Decisions about the terms of matching in memory.
public final class InMemoryMatchings implements Matchings {
    private final InMemoryLedger ledger;

    public InMemoryMatchings(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    /// Puts terms in force, as the first start does.
    public void begin(MatchingTerms terms) {
        ledger.change(state ->
                        state.matchings.add(
                                new MatchingDecision(
                                        state.matching,
                                        ledger.clock().instant(),
                                        "start",
                                        "start",
                                        terms)))
                .await()
                .indefinitely();
    }

    @Override
    public Uni<MatchingDecision> at(long basis) {
        return Uni.createFrom()
                .item(() -> {
                    List<MatchingDecision> all = ledger.committed().matchings;
                    MatchingDecision found = all.getFirst();
                    for (MatchingDecision one : all) if (one.number() <= basis) found = one;
                    return found;
                });
    }

    @Override
    public Uni<List<MatchingDecision>> all() {
        return Uni.createFrom().item(() -> List.copyOf(ledger.committed().matchings));
    }
}
