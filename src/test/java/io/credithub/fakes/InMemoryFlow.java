package io.credithub.fakes;

import io.credithub.contract.Stores;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.ledger.CopyMatcher;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.KeptCycles;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.load.Backlog;
import io.credithub.flow.processing.ChunkInterpreter;
import io.credithub.flow.processing.ChunkPosting;
import io.credithub.flow.processing.ProcessChunk;
import io.credithub.flow.processing.RulesLookup;
import io.credithub.flow.processing.TimedInterpreting;
import io.credithub.flow.programme.MatchingBook;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.RuleSet;
import io.credithub.flow.teacher.Registry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The order of work over one registry in memory: every step is done when it returns.
public final class InMemoryFlow {
    /// The province's system before all others.
    public static final CopyMatcher MATCHER = Stores.MATCHER;

    public static final Executor AT_ONCE = Runnable::run;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<RosterColumn> COLUMNS = Set.of(RosterColumn.values());
    private final InMemoryStores stores;
    private final ListedCompletions listed = new ListedCompletions();
    private final PostingService postings;
    private final ProcessChunk.Stages stages;
    private final ProcessChunk processing;

    public InMemoryFlow(RuleSet rules) {
        stores = new InMemoryStores(rules);
        MatchingBook matching = stores.matching();
        postings = new PostingService(stores.policies(), stores.loans(), matching, stores.clock());
        RulesLookup locating = new RulesLookup(stores.policies());
        ChunkInterpreter interpreter =
                new ChunkInterpreter(listed, listed, stores.ids(), stores.policies());
        stages =
                new ProcessChunk.Stages(
                        new TimedInterpreting(interpreter, PATIENCE),
                        stores.programmes(),
                        matching,
                        stores.teachers(),
                        locating,
                        new ChunkPosting(postings, stores.register(), matching, locating),
                        stores.register());
        processing = processing();
    }

    /// Another process, over the same registry.
    public ProcessChunk processing() {
        Backlog backlog = new Backlog(Long.MAX_VALUE, stores.clock());
        return new ProcessChunk(stores.chunks(), stages, stores.lock(), backlog, AT_ONCE);
    }

    public static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    public InMemoryStores stores() {
        return stores;
    }

    public PostingService postings() {
        return postings;
    }

    public ProcessChunk.Stages stages() {
        return stages;
    }

    /// As a roster does, without looking for what waits.
    public void enrol(RosterRow... rows) {
        LocalDate today = postings.today();
        RosterBatch batch = new RosterBatch(COLUMNS, List.of(rows));
        underLock(ledger -> stores.roster().enrol(ledger, batch, today));
    }

    public <T> T underLock(Function<LedgerTransaction, Uni<T>> work) {
        return done(stores.lock().withLock(1, work));
    }

    public LandedChunk land(String feed, Completion... completions) {
        byte[] bytes = listed.chunk(List.of(completions));
        return stores.land(feed, completions.length, bytes);
    }

    /// Lands completions, and posts them.
    ///
    /// @return the number of the delivery
    public long post(String feed, Completion... completions) {
        LandedChunk chunk = land(feed, completions);
        work(chunk);
        return chunk.ref().delivery();
    }

    public @Nullable Posting work(LandedChunk chunk) {
        return done(processing.work(chunk.ref()));
    }

    /// Of a teacher, by the number in use.
    public int number(String teacherNo) {
        return teacher(teacherNo).number();
    }

    public Registry.RegisteredTeacher teacher(String teacherNo) {
        return done(stores.registry().find(teacherNo, Jurisdiction.NATION)).orElseThrow();
    }

    /// Every line of the ledger of a teacher, as `AWARD 10.00 AWARDED`.
    public List<String> lines(String teacherNo) {
        return done(stores.registry().ledger(number(teacherNo), 0, 9_999)).stream()
                .map(line ->
                        line.kind() + " " + line.amounts().credits() + " " + line.why().reason())
                .toList();
    }

    public TeacherAccount account(String teacherNo) {
        int number = number(teacherNo);
        return done(stores.lock().snapshot(ledger -> ledger.accounts(Set.of(number)))).getFirst();
    }

    /// Where a teacher stands today in a cycle.
    ///
    /// @param cycle its first school year
    public Standing standing(String teacherNo, int cycle) {
        Policies policies = stores.policies();
        KeptCycles kept = new KeptCycles(policies, policies.rules(), postings.today());
        return kept.standing(account(teacherNo), cycle);
    }
}
