package io.credithub.flow.recompute;

import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.programme.SupposedMatching;
import io.credithub.flow.recompute.MatchingStore.MatchingQuestion;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.MatchingFigures;
import io.credithub.flow.rules.MatchingFigures.TermChange;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.flow.rules.MatchingVersion;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Matchings.MatchingDecision;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/// What another matching file, or other terms of feeds, mean for records: they are matched anew,
/// whatever they were priced by, and stay in their families.
@Singleton
public final class RecomputeMatching {
    private final LedgerLock lock;
    private final MatchingStore store;
    private final Matchings matchings;
    private final SupposedMatching matching;

    public RecomputeMatching(
            LedgerLock lock, MatchingStore store, Matchings matchings, SupposedMatching matching) {
        this.lock = lock;
        this.store = store;
        this.matchings = matchings;
        this.matching = matching;
    }

    /// What somebody means to match by.
    ///
    /// @param feeds those of which something is stated; others keep what is in force
    public record ProposedMatching(MatchingVersion file, Map<String, FeedTerms> feeds) {}

    /// What is in force.
    public Uni<MatchingDecision> inForce() {
        return lock.snapshot(ledger -> matchings.at(ledger.matching()));
    }

    /// The number of what records are matched by.
    public Uni<Long> basis() {
        return lock.snapshot(ledger -> Uni.createFrom().item(ledger.matching()));
    }

    /// Notes the question. What it comes to is worked out by [Recompute#tell].
    ///
    /// @return its id
    public Uni<Integer> ask(ProposedMatching proposed, String by) {
        return lock.snapshot(ledger ->
                matchings
                        .at(ledger.matching())
                        .chain(now -> store.ask(question(ledger, now, proposed), by)));
    }

    /// Puts it in force without having told what follows, which [Recompute#apply] posts.
    ///
    /// @return its id
    public Uni<Integer> put(ProposedMatching proposed, Deciding deciding) {
        return ask(proposed, deciding.by())
                .call(id -> lock.withLock(1, ledger -> decide(ledger, id, deciding)));
    }

    private static MatchingQuestion question(
            LedgerTransaction ledger, MatchingDecision now, ProposedMatching proposed) {
        MatchingTerms terms = now.terms().with(proposed.file(), proposed.feeds());
        String subject =
                MatchingFigures.between(now.terms(), terms).stream()
                        .map(TermChange::toString)
                        .collect(Collectors.joining("; "));
        int length = Math.min(subject.length(), RegisterQuestion.SUBJECT_LENGTH_MAX);
        return new MatchingQuestion(ledger.matching(), subject.substring(0, length), terms);
    }

    /// What records would be matched by.
    Uni<CopyMatcher> matcher(LedgerTransaction ledger, int id) {
        return store.proposed(id).chain(terms -> matching.by(ledger.matching(), terms));
    }

    /// Puts the terms in force that a recomputation is about.
    Uni<Void> decide(LedgerTransaction ledger, int id, Deciding deciding) {
        return store.decide(ledger, id, deciding);
    }
}
