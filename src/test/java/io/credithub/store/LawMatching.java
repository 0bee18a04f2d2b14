package io.credithub.store;

import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import io.credithub.domain.reconcile.RoleRulings;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.programme.RegisteredMatching;
import io.credithub.flow.recompute.RecomputeMatching;
import io.credithub.flow.rules.FeedTerms;
import io.credithub.flow.rules.FiledTerms;
import io.credithub.flow.rules.MatchingTerms;
import io.credithub.store.recompute.PostgresMatchingStore;
import io.credithub.store.register.EntryCache;
import io.credithub.store.register.PostgresRegisterVersions;
import io.credithub.store.rules.PostgresMatchings;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What is matched by over one registry, by the register and the terms that are in force there.
final class LawMatching {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LawMatching() {}

    static RegisteredMatching over(Pool pool) {
        return new RegisteredMatching(
                new PostgresRegisterVersions(pool, new EntryCache()),
                matchings(pool),
                RoleRulings.SILENT);
    }

    private static PostgresMatchings matchings(Pool pool) {
        return new PostgresMatchings(pool, FiledMatchings.FILES);
    }

    static RecomputeMatching recompute(Pool pool, LedgerLock lock) {
        return new RecomputeMatching(
                lock,
                new PostgresMatchingStore(pool, FiledMatchings.FILES),
                matchings(pool),
                over(pool));
    }

    /// Puts terms in force as the first start does.
    static void begin(Pool pool, MatchingTerms terms) {
        matchings(pool)
                .learn(new FiledTerms(terms.file(), terms.feeds(), Map.of()))
                .await()
                .atMost(PATIENCE);
    }

    /// Names alike are copies on one day only, and the vendor may report nothing of schools.
    static MatchingTerms narrower(FiledTerms terms) {
        FeedTerms vendor = Objects.requireNonNull(terms.sound().get("vendor-push"));
        Authority may = vendor.authority();
        Set<Level> levels = EnumSet.copyOf(may.levels());
        levels.remove(Level.SCHOOL);
        Authority less =
                new Authority(
                        levels,
                        may.forms(),
                        may.categories(),
                        may.roles(),
                        may.organisers(),
                        may.decides(),
                        may.isRegisteredOnly());
        return terms.first()
                .with(
                        FiledMatchings.shanxi("  days: 15", "  days: 0"),
                        Map.of("vendor-push", new FeedTerms(vendor.precedence(), less)));
    }
}
