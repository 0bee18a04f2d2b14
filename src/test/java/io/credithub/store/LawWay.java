package io.credithub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Landing;
import io.credithub.flow.delivery.Replays;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.load.Backlog;
import io.credithub.flow.load.FeedActivity;
import io.credithub.flow.processing.ChunkInterpreter;
import io.credithub.flow.processing.ChunkPosting;
import io.credithub.flow.processing.ChunkRegister;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.processing.ProcessChunk;
import io.credithub.flow.processing.RulesLookup;
import io.credithub.flow.processing.TimedInterpreting;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.reading.Content;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.RecomputeMatching.ProposedMatching;
import io.credithub.flow.reconciliation.Invariant;
import io.credithub.flow.reconciliation.MatchTeachers;
import io.credithub.flow.reconciliation.Reconcile;
import io.credithub.flow.roster.ImportRoster;
import io.credithub.flow.roster.RosterIntake;
import io.credithub.flow.roster.RosterReading;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.statement.KeepVerdicts;
import io.credithub.flow.statement.VerdictBook;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.security.PayloadVault;
import io.credithub.store.LawDecisions.LawDecision;
import io.credithub.store.access.PostgresIdKey;
import io.credithub.store.bank.PostgresBankStore;
import io.credithub.store.delivery.PostgresChunks;
import io.credithub.store.delivery.PostgresDeliveries;
import io.credithub.store.delivery.PostgresLanding;
import io.credithub.store.delivery.PostgresReplays;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.feed.FeedRegistration;
import io.credithub.store.ledger.PostgresLedgerLock;
import io.credithub.store.processing.PostgresChunkRegister;
import io.credithub.store.programme.PostgresProgrammes;
import io.credithub.store.recompute.PostgresRecomputations;
import io.credithub.store.reconciliation.PostgresReconciliation;
import io.credithub.store.reconciliation.PostgresTouchedInstants;
import io.credithub.store.reconciliation.PostgresTouchedTeachers;
import io.credithub.store.roster.PostgresRosterStore;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.statement.PostgresVerdictBook;
import io.credithub.store.teacher.PostgresTeacherIndex;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// From a delivery to the ledger, over one registry, by two processes of which each has a lock and
/// works on several chunks at once.
final class LawWay {
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final Backlog UNBOUNDED = new Backlog(Long.MAX_VALUE, CLOCK);
    private static final Sealing SEALING = PayloadVault.of(new byte[32]);

    private final MatchTeachers matching;
    private final KeepVerdicts lists;
    private final LawDecisions decisions;
    private final LawCuts cuts;
    private final Landing landing;
    private final RosterIntake roster;
    private final List<ProcessChunk> processes;
    private final LedgerLock lock;
    private final Reconcile reconcile;
    private final List<ChunkRef> landed = new ArrayList<>();
    private final PostgresDeliveries deliveries;
    private final Replays replays;
    private final LawChanges changes;

    LawWay(LawRegistry registry, RuleSet by, Rooms rooms) {
        this(registry, by, rooms, SEALING);
    }

    LawWay(LawRegistry registry, RuleSet by, Rooms rooms, Sealing sealing) {
        Pool pool = registry.pool();
        cuts = new LawCuts(rooms.reading());
        PooledSnapshots moments = new PooledSnapshots(pool);
        deliveries = new PostgresDeliveries(pool, moments, sealing);
        Executor workers = Infrastructure.getDefaultWorkerPool();
        FeedNumbers numbers = new FeedNumbers(pool, new FeedRegistration(pool), rooms.feeds());
        PostgresPolicies policies = new PostgresPolicies(pool);
        wait(new PostgresIdKey(pool, rooms.ids(), sealing).check());
        wait(numbers.learned().chain(() -> policies.learn(by, PolicyFiles::again)));
        PostgresChunks chunks = new PostgresChunks(pool, numbers, rooms.feeds(), sealing);
        lock = lock(pool, numbers);
        replays = new PostgresReplays(pool, rooms.feeds(), policies, landed::add);
        landing =
                new PostgresLanding(
                        pool,
                        numbers,
                        rooms.feeds(),
                        cuts,
                        landed::add,
                        replays,
                        sealing,
                        new FeedActivity(System::nanoTime));
        PostingService postings =
                new PostingService(policies, new PostgresBankStore(), rooms.matching(), CLOCK);
        ProcessChunk.Stages stages = stages(pool, rooms, policies, postings);
        processes =
                Stream.of(lock, lock(pool, numbers))
                        .map(one -> new ProcessChunk(chunks, stages, one, UNBOUNDED, workers))
                        .toList();
        PostgresRosterStore enrolled = new PostgresRosterStore(rooms.ids());
        roster = new ImportRoster(rooms.rosterReading(), enrolled, lock, postings, workers);
        reconcile = new Reconcile(new PostgresReconciliation(moments, sealing), policies, CLOCK);
        Recomputations kept =
                new PostgresRecomputations(pool, registry.sessions(), policies, numbers);
        changes = new LawChanges(pool, lock, kept, new Recompute.Judges(postings, policies), CLOCK);
        matching = matching(pool, lock, postings);
        lists = new KeepVerdicts(new PostgresVerdictBook(pool), policies, CLOCK);
        decisions = LawDecisions.by(lock, postings, policies);
    }

    private static MatchTeachers matching(Pool pool, LedgerLock lock, PostingService postings) {
        return new MatchTeachers(
                new PostgresTouchedTeachers(pool),
                new PostgresTouchedInstants(pool),
                lock,
                postings);
    }

    private static LedgerLock lock(Pool pool, FeedNumbers numbers) {
        return new PostgresLedgerLock(pool, numbers, new PostgresTeacherIndex(pool));
    }

    private static ProcessChunk.Stages stages(
            Pool pool, Rooms rooms, PostgresPolicies policies, PostingService postings) {
        RulesLookup locating = new RulesLookup(policies);
        ChunkInterpreter interpreting =
                new ChunkInterpreter(rooms.reading(), rooms.mapping(), rooms.ids(), policies);
        ChunkRegister register = new PostgresChunkRegister();
        return new ProcessChunk.Stages(
                new TimedInterpreting(interpreting, PATIENCE),
                new PostgresProgrammes(pool),
                rooms.matching(),
                new PostgresTeacherIndex(pool),
                locating,
                new ChunkPosting(postings, register, rooms.matching(), locating),
                register);
    }

    /// The rooms of the hub that need no registry.
    record Rooms(
            Feeds feeds,
            Reading reading,
            Mapping mapping,
            RosterReading rosterReading,
            IdProtection ids,
            MatchingBook matching) {}

    /// Rosters and deliveries as they come, and between them chunks in any order.
    ///
    /// @param then rules that are put in force somewhere on the way; null: nobody decides anything
    void take(LawRecords records, Random random, @Nullable RuleSet then) {
        takeAll(records, random, then == null ? List.of() : List.of(() -> changes.change(then)));
    }

    /// The same, with other rules and other terms of matching.
    void take(LawRecords records, Random random, RuleSet then, ProposedMatching matched) {
        Runnable rules = () -> changes.change(then);
        takeAll(records, random, List.of(rules, () -> changes.change(matched)));
    }

    /// @param decided each somewhere on the way
    private void takeAll(LawRecords records, Random random, List<Runnable> decided) {
        cuts.most(2 + random.nextInt(20));
        List<Runnable> events = new ArrayList<>();
        for (Delivery delivery : records.permuted(random)) {
            events.add(() -> wait(landing.land(delivery)));
        }
        int enrolled = 0; // how many events until both rosters are in: nobody moves before
        for (String csv : List.of(records.roster(), records.lateRoster())) {
            int place = random.nextInt(events.size() + 1);
            events.add(place, enrolling(csv));
            enrolled = Math.max(place < enrolled ? enrolled + 1 : enrolled, place + 1);
        }
        int left = events.size() - enrolled;
        events.add(enrolled + random.nextInt(left + 1), enrolling(records.moves()));
        for (Runnable one : decided) events.add(random.nextInt(events.size() + 1), one);
        List<LawDecision> open = new ArrayList<>(records.decisions());
        Collections.shuffle(open, random);
        for (Runnable event : events) {
            event.run();
            while (!landed.isEmpty() && random.nextInt(3) > 0) work(random);
            if (random.nextInt(3) == 0) wait(matching.next());
            wait(lists.step());
            open.removeIf(one -> random.nextInt(10) == 0 && decide(one));
        }
        while (!landed.isEmpty()) work(random);
        if (random.nextBoolean()) match();
        open.removeIf(this::decide);
        assertThat(open).isEmpty();
        match();
    }

    /// Once its records are there.
    private boolean decide(LawDecision decision) {
        return wait(decisions.decide(decision));
    }

    /// Until there is nothing more to look at.
    private void match() {
        while (wait(matching.next())) {}
        while (wait(lists.next()) != VerdictBook.BookStep.DONE) {}
    }

    /// An operator replays whatever is rejected, some of it twice, and the sender sends some of it
    /// again.
    void replay(LawRecords records, Random random) {
        Replays.ReplayRequest operator = new Replays.ReplayRequest("law", null);
        Replays.ReplayFilter anything = new Replays.ReplayFilter(null, null);
        for (Delivery delivery : records.permuted(random)) {
            if (random.nextInt(4) == 0) wait(landing.land(delivery));
        }
        List<Long> rejected = new ArrayList<>(wait(replays.rejected(anything, 0, 1_000)));
        Collections.shuffle(rejected, random);
        for (long delivery : rejected) {
            wait(replays.begin(delivery, operator));
            if (random.nextInt(3) == 0) wait(replays.begin(delivery, operator));
            while (!landed.isEmpty() && random.nextInt(3) > 0) work(random);
            if (random.nextInt(3) == 0) wait(replays.begin(delivery, operator));
        }
        while (!landed.isEmpty()) work(random);
        match();
    }

    /// Other rules and other terms of matching.
    LawChanges changes() {
        return changes;
    }

    /// One roster, and deliveries as they come.
    void take(String csv, List<Delivery> deliveries) {
        enrolling(csv).run();
        for (Delivery delivery : deliveries) wait(landing.land(delivery));
        Random random = new Random(0);
        while (!landed.isEmpty()) work(random);
        match();
    }

    /// What was decided and is not applied yet; then people decide about records.
    void apply(int recomputation, List<LawDecision> then) {
        changes.apply(recomputation);
        match();
        for (LawDecision one : then) assertThat(decide(one)).isTrue();
        match();
    }

    private Runnable enrolling(String csv) {
        Content content = Content.of(csv.getBytes(StandardCharsets.UTF_8));
        return () -> wait(roster.importCsv(content));
    }

    /// A few chunks at once, some of them by both processes.
    private void work(Random random) {
        List<Uni<Posting>> works = new ArrayList<>();
        for (int i = random.nextInt(AT_ONCE); i >= 0 && !landed.isEmpty(); i--) {
            ChunkRef chunk = landed.remove(random.nextInt(landed.size()));
            int process = random.nextInt(processes.size());
            works.add(processes.get(process).work(chunk));
            if (random.nextInt(10) == 0) works.add(processes.get(1 - process).work(chunk));
        }
        wait(Uni.join().all(works).andCollectFailures());
    }

    /// The claims of the reconciliation that do not hold.
    List<String> proof() {
        return invariants()
                .filter(claim -> !claim.holds())
                .map(claim -> claim.claim() + " " + claim.figures())
                .toList();
    }

    private Stream<Invariant> invariants() {
        return wait(reconcile.reconcile(true)).invariants().stream();
    }

    /// The names of all claims.
    List<String> claims() {
        return invariants().map(Invariant::code).toList();
    }

    /// The names of those that do not hold.
    List<String> broken() {
        return invariants().filter(claim -> !claim.holds()).map(Invariant::code).toList();
    }

    /// What is told of each record, wherever it is told.
    ///
    /// @param deliveries every one
    List<String> findings(List<Long> deliveries) {
        return LawFindings.of(this.deliveries, deliveries, PATIENCE);
    }

    /// See [LawSums].
    List<String> sums(Map<String, Integer> teachers) {
        return new LawSums(lock, PATIENCE).lines(teachers);
    }

    private <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
