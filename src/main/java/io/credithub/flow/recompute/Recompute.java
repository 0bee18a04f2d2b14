package io.credithub.flow.recompute;

import io.credithub.domain.ledger.Occasion;
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

/// Tells who would gain or lose what by other rules, another register of programmes or other terms
/// of matching, before anybody decides; then puts them in force and posts what follows, stretch of
/// teachers by stretch, each in one transaction under the ledger lock. From the decision on,
/// whatever arrives is judged by the new rules; a stretch that is posted twice, after a crash,
/// changes nothing the second time.
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
    private final RecomputedKinds kinds;
    private final Judges judges;
    private final InstantSource clock;

    /// What judging anew takes.
    @Singleton
    public record Judges(PostingService postings, Policies policies) {}

    /// What each kind of change is to itself.
    @Singleton
    public record RecomputedKinds(
            RuleStore rules, RecomputeRegister register, RecomputeMatching matching) {}

    public Recompute(
            LedgerLock lock,
            Recomputations kept,
            RecomputedKinds kinds,
            Judges judges,
            InstantSource clock) {
        this.lock = lock;
        this.kept = kept;
        this.kinds = kinds;
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
        /// Other rules are in force than it was compared with, or it is matched by something else.
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
        return stretches(begun, TELLING_MAX)
                .chain(stretches -> each(stretches, AT_ONCE, stretch -> tell(begun, stretch)))
                .chain(() -> kept.become(begun.id(), RecomputationState.TOLD));
    }

    private Uni<List<BatchResult.TeacherRange>> stretches(StartedRecomputation begun, int most) {
        return switch (begun.kind()) {
            case RULES, MATCHING -> kept.stretches(most);
            case REGISTER -> kinds.register().stretches(begun.id(), most);
        };
    }

    private Uni<List<Integer>> teachers(
            LedgerTransaction ledger,
            StartedRecomputation begun,
            BatchResult.TeacherRange stretch) {
        return switch (begun.kind()) {
            case RULES, MATCHING -> kinds.rules().teachers(ledger, stretch);
            case REGISTER -> kinds.register().teachers(ledger, begun.id(), stretch);
        };
    }

    private Uni<Void> tell(StartedRecomputation begun, BatchResult.TeacherRange stretch) {
        return lock.snapshot(ledger ->
                        teachers(ledger, begun, stretch)
                                .chain(them ->
                                        would(ledger, begun)
                                                .chain(basis ->
                                                        anew(ledger, basis, begun.id())
                                                                .judge(them))))
                .chain(judged -> kept.note(begun.id(), judged.stretch()));
    }

    /// What would be judged and matched by.
    private Uni<RecomputeBasis> would(LedgerTransaction ledger, StartedRecomputation begun) {
        return switch (begun.kind()) {
            case RULES -> Uni.createFrom().item(RecomputeBasis.ofRules(begun.rules()));
            case REGISTER ->
                    Uni.combine()
                            .all()
                            .unis(
                                    judges.policies().rules(ledger.rules()),
                                    kinds.register().matcher(ledger, begun.id()))
                            .with((rules, matcher) ->
                                    RecomputeBasis.ofRegister(
                                            rules, matcher, kinds.register().families(true)));
            case MATCHING ->
                    Uni.combine()
                            .all()
                            .unis(
                                    judges.policies().rules(ledger.rules()),
                                    kinds.matching().matcher(ledger, begun.id()))
                            .with(RecomputeBasis::ofMatching);
        };
    }

    /// What is judged and matched by under this ledger lock.
    private Uni<RecomputeBasis> is(LedgerTransaction ledger, StartedRecomputation begun) {
        Uni<Rulebook> rules = judges.policies().rules(ledger.rules());
        return switch (begun.kind()) {
            case RULES -> rules.map(RecomputeBasis::ofRules);
            case REGISTER ->
                    rules.map(now ->
                            RecomputeBasis.ofRegister(now, null, kinds.register().families(false)));
            case MATCHING -> rules.map(now -> RecomputeBasis.ofMatching(now, null));
        };
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
                        isCurrent(ledger, told)
                                ? decide(ledger, told, deciding)
                                        .replaceWith(Outcome.done(told.id()))
                                : refused(RecomputeRefusal.OUTDATED));
    }

    private static boolean isCurrent(LedgerTransaction ledger, Recomputation told) {
        return switch (told.kind()) {
            case RULES -> ledger.rules() == told.against();
            case REGISTER, MATCHING -> Long.valueOf(ledger.matching()).equals(told.matching());
        };
    }

    private Uni<Void> decide(LedgerTransaction ledger, Recomputation told, Deciding deciding) {
        return switch (told.kind()) {
            case RULES -> kinds.rules().decide(ledger, told.id(), deciding);
            case MATCHING -> kinds.matching().decide(ledger, told.id(), deciding);
            case REGISTER -> kinds.register().decide(ledger, told.id(), deciding);
        };
    }

    private static Uni<Outcome<Integer, RecomputeRefusal>> refused(RecomputeRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }

    /// Posts what follows from what was put in force.
    public Uni<Void> apply(int id) {
        return kept.rules(id)
                .chain(begun ->
                        switch (begun.kind()) {
                            case RULES ->
                                    applyToTeachers(begun)
                                            .chain(() -> applyToWaiting(begun, new UUID(0, 0)));
                            case REGISTER -> applyToRest(begun).chain(() -> applyToTeachers(begun));
                            case MATCHING -> applyToTeachers(begun);
                        })
                .chain(() -> kept.become(id, RecomputationState.APPLIED));
    }

    private Uni<Void> applyToTeachers(StartedRecomputation begun) {
        AtomicInteger done = new AtomicInteger();
        return stretches(begun, APPLYING_MAX)
                .chain(stretches ->
                        each(
                                stretches,
                                1,
                                stretch ->
                                        apply(begun, stretch)
                                                .chain(teachers ->
                                                        kept.progress(
                                                                begun.id(),
                                                                done.addAndGet(teachers)))));
    }

    /// Before any teacher: so nothing comes to one from then on that is not of its family.
    private Uni<Void> applyToRest(StartedRecomputation begun) {
        LocalDate today = judges.policies().dayOf(clock.instant());
        return lock.withLock(
                APPLYING_MAX,
                ledger ->
                        judges.postings()
                                .matching(ledger)
                                .chain(matcher ->
                                        kinds.register()
                                                .retitleRest(ledger, begun.id(), matcher, today)));
    }

    /// Records that wait are priced by the new rules, too: which content of one counts may hang on
    /// it.
    private Uni<Void> applyToWaiting(StartedRecomputation begun, UUID after) {
        return lock.withLock(
                        APPLYING_MAX,
                        ledger ->
                                kinds.rules()
                                        .withoutTeacher(ledger, after, APPLYING_MAX)
                                        .call(records -> applyToWaiting(ledger, begun, records)))
                .chain(records ->
                        records.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : applyToWaiting(begun, records.getLast()));
    }

    private Uni<Void> applyToWaiting(
            LedgerTransaction ledger, StartedRecomputation begun, List<UUID> records) {
        if (records.isEmpty()) return Uni.createFrom().voidItem();
        return is(ledger, begun)
                .chain(basis -> anew(ledger, basis, begun.id()).judgeWaiting(records))
                .chain(ledger::write);
    }

    private Uni<Integer> apply(StartedRecomputation begun, BatchResult.TeacherRange stretch) {
        int size = stretch.last() - stretch.first() + 1;
        return lock.withLock(
                ChunkRef.RECORDS_MAX + Math.min(size, APPLYING_MAX),
                ledger ->
                        teachers(ledger, begun, stretch)
                                .chain(them ->
                                        is(ledger, begun)
                                                .chain(basis ->
                                                        anew(ledger, basis, begun.id())
                                                                .judge(them)))
                                .call(judged -> ledger.write(judged.posting()))
                                .map(judged -> judged.stretch().teachers()));
    }

    /// It stopped half way; whoever asks is told.
    public Uni<Void> fail(int id) {
        return kept.become(id, RecomputationState.FAILED);
    }

    private RecomputeBatch anew(LedgerTransaction ledger, RecomputeBasis basis, int id) {
        LocalDate today = judges.policies().dayOf(clock.instant());
        return new RecomputeBatch(judges, today, Occasion.recomputation(id), ledger, basis);
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
