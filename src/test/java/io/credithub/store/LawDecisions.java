package io.credithub.store;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentBounds;
import io.credithub.domain.ledger.PairDecisions.Pair;
import io.credithub.domain.ledger.PairDecisions.PairVerdict;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Ruling;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Role;
import io.credithub.flow.adjustment.AdjustAwards;
import io.credithub.flow.adjustment.AdjustAwards.AdjustmentRequest;
import io.credithub.flow.adjustment.AdjustAwards.AskedAward;
import io.credithub.flow.adjustment.AdjustmentBook;
import io.credithub.flow.adjustment.AdjustmentBook.Signed;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.credithub.store.adjustment.PostgresAdjustmentBook;
import io.credithub.store.completion.PairRows;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What registrars decide, under the ledger lock: about a pair of records, about the one content of
/// a record, or what that earns.
final class LawDecisions {
    private static final String DECIDE =
            """
            insert into pair_decision (first, second, verdict, reason, decided_by)
            values ($1, $2, $3::int2, 'a law', 'law')\
            """;

    private static final AdjustmentRequest LAW =
            new AdjustmentRequest(Jurisdiction.NATION, new Signed("law", Role.OPERATOR, "a law"));

    private final LedgerLock lock;
    private final PostingService postings;
    private final AdjustAwards adjust;

    /// Nobody else must agree.
    static LawDecisions by(LedgerLock lock, PostingService postings, Policies policies) {
        AdjustmentBounds alone = new AdjustmentBounds(new Credits(Long.MAX_VALUE));
        AdjustmentBook book = new PostgresAdjustmentBook();
        return new LawDecisions(
                lock, postings, new AdjustAwards(book, lock, postings, policies, alone));
    }

    private LawDecisions(LedgerLock lock, PostingService postings, AdjustAwards adjust) {
        this.lock = lock;
        this.postings = postings;
        this.adjust = adjust;
    }

    /// @param other absent if it is about one record
    /// @param verdict about the two
    /// @param ruling about the one
    /// @param earns what the one is to earn, if that is what is decided
    record LawDecision(
            UUID record,
            @Nullable UUID other,
            @Nullable PairVerdict verdict,
            @Nullable Ruling ruling,
            @Nullable Credits earns) {
        static LawDecision pair(String one, String other, PairVerdict verdict) {
            return new LawDecision(key(one), key(other), verdict, null, null);
        }

        static LawDecision of(String one, Ruling ruling) {
            return new LawDecision(key(one), null, null, ruling, null);
        }

        /// @param earns in hundredths
        static LawDecision adjusting(String one, long earns) {
            return new LawDecision(key(one), null, null, null, new Credits(earns));
        }

        /// @param text as `feed record`
        private static UUID key(String text) {
            return new Digest().of(text.replace(' ', '\n'));
        }

        private Set<UUID> records() {
            return other == null ? Set.of(record) : Set.of(record, other);
        }
    }

    /// @return whether the records were there; to be adjusted, whether it was in force
    Uni<Boolean> decide(LawDecision decision) {
        Credits earns = decision.earns();
        if (earns != null) return adjust(decision.record(), earns);
        return lock.withLock(
                1,
                ledger ->
                        ledger.contents(decision.records())
                                .chain(found ->
                                        isThere(decision, found)
                                                ? decide(ledger, decision, found).replaceWith(true)
                                                : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> adjust(UUID record, Credits earns) {
        return adjust.ofRecord(LAW, record, new AskedAward(earns, "a law"))
                .map(Outcome.Done.class::isInstance);
    }

    private static boolean isThere(LawDecision decision, List<RecordVersion> found) {
        Set<UUID> keys = new HashSet<>();
        for (RecordVersion version : found) keys.add(version.copy().key());
        return keys.containsAll(decision.records());
    }

    private Uni<Posting> decide(
            LedgerTransaction ledger, LawDecision decision, List<RecordVersion> found) {
        Set<Integer> teachers = new HashSet<>();
        for (RecordVersion version : found) teachers.add(version.teacher());
        teachers.remove(RecordVersion.NOBODY);
        return note(ledger, decision)
                .chain(() -> ledger.contentsOf(teachers))
                .chain(theirs -> {
                    theirs.removeIf(version -> decision.records().contains(version.copy().key()));
                    theirs.addAll(found);
                    return settle(ledger, decision, theirs, teachers);
                });
    }

    private static Uni<Void> note(LedgerTransaction ledger, LawDecision decision) {
        if (decision.other() == null || decision.verdict() == null) {
            return Uni.createFrom().voidItem();
        }
        Pair pair = Pair.of(decision.record(), decision.other());
        Tuple row = Tuple.of(pair.first(), pair.second(), PairRows.code(decision.verdict()));
        return PostgresLedgerTransaction.of(ledger)
                .connection()
                .preparedQuery(DECIDE)
                .execute(row)
                .replaceWithVoid();
    }

    private Uni<Posting> settle(
            LedgerTransaction ledger,
            LawDecision decision,
            List<RecordVersion> known,
            Set<Integer> teachers) {
        return postings.matching(ledger)
                .map(matcher -> {
                    RecordMerge merge = new RecordMerge(matcher, known);
                    merge.matchWhole(teachers);
                    for (RecordVersion version : known) {
                        boolean isIt = version.copy().key().equals(decision.record());
                        if (isIt && decision.ruling() != null)
                            merge.rule(version, decision.ruling());
                    }
                    return merge;
                })
                .chain(merge ->
                        postings.resolveAndPost(ledger, merge, Set.of(), Posting::ofNoChunk));
    }
}
