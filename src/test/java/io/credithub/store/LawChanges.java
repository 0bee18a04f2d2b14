package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.StoppingLock;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.RecomputeMatching;
import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.RuleSet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;

/// Other rules, or other terms of matching, over one registry: told, decided, and applied.
final class LawChanges {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Pool pool;
    private final LedgerLock lock;
    private final Recomputations kept;
    private final Recompute.Judges judges;
    private final InstantSource clock;
    private final Recompute recompute;
    private final RecomputeMatching matching;

    LawChanges(
            Pool pool,
            LedgerLock lock,
            Recomputations kept,
            Recompute.Judges judges,
            InstantSource clock) {
        this.pool = pool;
        this.lock = lock;
        this.kept = kept;
        this.judges = judges;
        this.clock = clock;
        this.recompute = LawRules.recompute(pool, lock, kept, judges, clock);
        this.matching = LawMatching.recompute(pool, lock);
    }

    void change(RuleSet then) {
        int id = wait(recompute.ask(then, "law").call(recompute::tell)).id();
        decide(id);
        apply(id);
    }

    void change(ProposedMatching then) {
        int id = tell(then);
        decide(id);
        apply(id);
    }

    int tell(ProposedMatching then) {
        int id = wait(matching.ask(then, "law"));
        wait(kept.rules(id).chain(recompute::tell));
        return id;
    }

    Recomputation found(int id) {
        return wait(kept.find(id, Jurisdiction.NATION)).orElseThrow();
    }

    void decide(int id) {
        Recompute.Deciding deciding = new Recompute.Deciding("law", "a law");
        assertThat(wait(recompute.decide(found(id), deciding))).isEqualTo(Outcome.done(id));
    }

    void apply(int id) {
        wait(recompute.apply(id));
    }

    /// Fails when it has taken the ledger lock so many times.
    void applyAndDie(int id, int after) {
        LedgerLock dying = new StoppingLock(lock, after, false);
        wait(LawRules.recompute(pool, dying, kept, judges, clock).apply(id));
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
