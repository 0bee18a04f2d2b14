package io.credithub.flow.recompute;

import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.SourcePrecedence;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Tells who would gain or lose what by other rules before anybody decides; then puts them in force
/// and posts what follows, stretch of teachers by stretch, each in one transaction under the ledger
/// lock. From the decision on, whatever arrives is judged by the new rules; a stretch that is
/// posted twice, after a crash, changes nothing the second time.
@Singleton
public final class Recompute {
    /// Teachers of a stretch. A thousand gave the collector of a small heap a quarter of the time.
    private static final int TELLING_MAX = 250;

    private static final int APPLYING_MAX = 250;

    private static final int AT_ONCE = 2;
    private static final int RETRIES = 8;
    private static final Duration BACK_OFF = Duration.ofMillis(500);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(20);

    private final LedgerLock lock;
    private final Recomputations kept;
    private final RuleStore store;
    private final Judges judges;
    private final InstantSource clock;

    /// What judging anew takes.
    @Singleton
    public record Judges(PostingService postings, Policies policies, SourcePrecedence precedence) {}

    public Recompute(
            LedgerLock lock,
            Recomputations kept,
            RuleStore store,
            Judges judges,
            InstantSource clock) {
        this.lock = lock;
        this.kept = kept;
        this.store = store;
        this.judges = judges;
        this.clock = clock;
    }

    /// What a decision needs.
    ///
    /// @param by the key that decides
    public record Deciding(String by, String reason) {}

    /// Why rules are not put in force.
    public enum RecomputeRefusal {
        /// It was not told to its end, or has been applied.
        NOT_TOLD,
        /// Other rules are in force than it was compared with.
        OUTDATED,
        /// The rules have no answer for some records.
        INCOMPLETE
    }

    /// Notes the question. What it comes to is worked out by [#tell].
    public Uni<StartedRecomputation> ask(RuleSet rules, String by) {
        return kept.begin(rules, judges.policies().rules(), by);
    }

    /// Works out what would change. Nobody is kept waiting by it.
    public Uni<Void> tell(StartedRecomputation begun) {
        return kept.stretches(TELLING_MAX)
                .chain(stretches -> each(stretches, AT_ONCE, stretch -> tell(begun, stretch)))
                .chain(() -> kept.become(begun.id(), RecomputationState.TOLD));
    }

    private Uni<Void> tell(StartedRecomputation begun, BatchResult.TeacherRange stretch) {
        return lock.snapshot(ledger ->
                        store.teachers(ledger, stretch)
                                .chain(them -> anew(ledger, begun.rules(), begun.id()).judge(them)))
                .chain(judged -> kept.note(begun.id(), judged.stretch()));
    }

    /// Puts the rules in force. What follows from it is posted by [#apply].
    ///
    /// What stopped half way goes on by the decision that was made.
    ///
    /// @return the id of what is to be applied
    public Uni<Outcome<Integer, RecomputeRefusal>> decide(Recomputation told, Deciding deciding) {
        if (told.state() == RecomputationState.FAILED && told.decided() != null) {
            return kept.become(told.id(), RecomputationState.APPLYING)
                    .replaceWith(Outcome.done(told.id()));
        }
        if (told.state() != RecomputationState.TOLD) return refused(RecomputeRefusal.NOT_TOLD);
        if (!told.unjudged().isEmpty()) return refused(RecomputeRefusal.INCOMPLETE);
        return lock.withLock(
                1,
                ledger ->
                        ledger.rules() == told.against()
                                ? store.decide(ledger, told.id(), deciding)
                                        .replaceWith(Outcome.done(told.id()))
                                : refused(RecomputeRefusal.OUTDATED));
    }

    private static Uni<Outcome<Integer, RecomputeRefusal>> refused(RecomputeRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }

    /// Posts what follows from rules that were put in force.
    public Uni<Void> apply(int id) {
        AtomicInteger done = new AtomicInteger();
        return kept.stretches(APPLYING_MAX)
                .chain(stretches ->
                        each(
                                stretches,
                                1,
                                stretch ->
                                        apply(id, stretch)
                                                .chain(teachers ->
                                                        kept.progress(
                                                                id, done.addAndGet(teachers)))))
                .chain(() -> applyToWaiting(id, new UUID(0, 0)))
                .chain(() -> kept.become(id, RecomputationState.APPLIED));
    }

    /// Records that wait are priced by the new rules, too: which content of one counts may hang on
    /// it.
    private Uni<Void> applyToWaiting(int id, UUID after) {
        return lock.withLock(
                        APPLYING_MAX,
                        ledger ->
                                store.withoutTeacher(ledger, after, APPLYING_MAX)
                                        .call(records -> applyToWaiting(ledger, id, records)))
                .chain(records ->
                        records.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : applyToWaiting(id, records.getLast()));
    }

    private Uni<Void> applyToWaiting(LedgerTransaction ledger, int id, List<UUID> records) {
        if (records.isEmpty()) return Uni.createFrom().voidItem();
        return judges.policies()
                .rules(ledger.rules())
                .chain(rules -> anew(ledger, rules, id).judgeWaiting(records))
                .chain(ledger::write);
    }

    private Uni<Integer> apply(int id, BatchResult.TeacherRange stretch) {
        int size = stretch.last() - stretch.first() + 1;
        return lock.withLock(
                ChunkRef.RECORDS_MAX + size,
                ledger ->
                        judges.policies()
                                .rules(ledger.rules())
                                .chain(rules ->
                                        store.teachers(ledger, stretch)
                                                .chain(them -> anew(ledger, rules, id).judge(them)))
                                .call(judged -> ledger.write(judged.posting()))
                                .map(judged -> judged.stretch().teachers()));
    }

    /// It stopped half way; whoever asks is told.
    public Uni<Void> fail(int id) {
        return kept.become(id, RecomputationState.FAILED);
    }

    private RecomputeBatch anew(LedgerTransaction ledger, Rulebook rules, int id) {
        LocalDate today = judges.policies().dayOf(clock.instant());
        return new RecomputeBatch(judges, today, Occasion.recomputation(id), ledger, rules);
    }

    /// Every stretch; one that fails for the store's sake is tried again.
    private static Uni<Void> each(
            List<BatchResult.TeacherRange> stretches,
            int atOnce,
            Function<BatchResult.TeacherRange, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(stretches)
                .onItem()
                .transformToUni(stretch ->
                        Uni.createFrom()
                                .deferred(() -> work.apply(stretch))
                                .onFailure(FailureKind::isOutage)
                                .retry()
                                .withBackOff(BACK_OFF, BACK_OFF_MAX)
                                .atMost(RETRIES))
                .merge(atOnce)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
