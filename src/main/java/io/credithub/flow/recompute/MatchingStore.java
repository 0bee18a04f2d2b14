package io.credithub.flow.recompute;

import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.MatchingTerms;
import io.smallrye.mutiny.Uni;

/// What a change of the terms of matching needs: what of them is only thought of, and the decision
/// inside the ledger transaction. Implemented by `hub.store`.
public interface MatchingStore {
    /// Notes the question. Nothing is decided.
    ///
    /// @return its id
    Uni<Integer> ask(MatchingQuestion question, String by);

    /// What somebody means to match by.
    ///
    /// @param against number of what records are matched by now
    /// @param subject what is different, in a few words
    record MatchingQuestion(long against, String subject, MatchingTerms terms) {}

    /// What a recomputation is about, as it was noted.
    Uni<MatchingTerms> proposed(int id);

    /// Puts it in force, under the next number of what records are matched by.
    Uni<Void> decide(LedgerTransaction ledger, int id, Deciding deciding);
}
