package io.credithub.contract;

import io.credithub.domain.completion.Facts;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Grade;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.Arrival;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.RecordContent;
import io.credithub.domain.ledger.RecordMerge;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingRef;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.domain.ledger.VersionOrder;
import io.credithub.domain.programme.ProgrammeTitle;
import io.credithub.fixtures.RosterRowBuilder;
import io.credithub.fixtures.Trainings;
import io.credithub.flow.delivery.Digest;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.PostingService;
import io.credithub.flow.ledger.PostingTotals;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.reading.RosterColumn;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterRow;
import io.credithub.flow.rules.AwardJudge;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.TeacherKeys;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the tests of a contract do over and over. Its teachers and records are nobody else's, since
/// many tests share one registry.
public final class Steps {
    static final LocalDate TODAY = LocalDate.of(2023, 6, 1);
    static final String COUNTY = "140105";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<RosterColumn> COLUMNS = Set.of(RosterColumn.values());
    private static final AtomicInteger DRAWN = new AtomicInteger();
    private final Stores stores;
    private final PostingService postings;
    private final String mark =
            UUID.randomUUID().toString().substring(0, 8) + DRAWN.incrementAndGet();

    public Steps(Stores stores) {
        this.stores = stores;
        InstantSource clock = InstantSource.fixed(Instant.parse(TODAY + "T00:00:00Z"));
        this.postings =
                new PostingService(
                        stores.policies(),
                        stores.loans(),
                        _ -> Uni.createFrom().item(Stores.MATCHER),
                        clock);
    }

    static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    /// A name that no other test uses.
    String own(String name) {
        return name + "-" + mark;
    }

    PostingService postings() {
        return postings;
    }

    <T> T underLock(Function<LedgerTransaction, Uni<T>> work) {
        return wait(stores.lock().withLock(1, work));
    }

    <T> T looking(Function<LedgerTransaction, Uni<T>> work) {
        return wait(stores.lock().snapshot(work));
    }

    Enrolled enrol(RosterRow... rows) {
        return underLock(ledger -> enrol(ledger, rows));
    }

    Uni<Enrolled> enrol(LedgerTransaction ledger, RosterRow... rows) {
        RosterBatch batch = new RosterBatch(COLUMNS, List.of(rows));
        return stores.roster().enrol(ledger, batch, TODAY);
    }

    /// @return the number in the registry of one who is new
    int teacher(String number) {
        return enrol(RosterRowBuilder.aTeacher(own(number)).build()).touched().iterator().next();
    }

    TeacherKeys keys(String number) {
        String own = own(number);
        UUID hash = stores.ids().lookup(own);
        return new TeacherKeys(own, hash, null, "王䶮", null, null);
    }

    Identified identify(String... numbers) {
        return wait(stores.teachers().identify(Stream.of(numbers).map(this::keys).toList()));
    }

    TeacherAccount account(int teacher) {
        return looking(ledger -> ledger.accounts(Set.of(teacher))).getFirst();
    }

    static UUID key(Arrival arrival) {
        return arrival.copy().key();
    }

    /// A content of 10 May 2023 of the record of a feed.
    Arrival arrival(LandedChunk chunk, String record, int teacher, int revision, int hours) {
        return arrival(chunk, record, teacher, revision, hours, "研修");
    }

    Arrival arrival(
            LandedChunk chunk,
            String record,
            int teacher,
            int revision,
            int hours,
            String programme) {
        Facts facts =
                Trainings.course(
                        Level.PROVINCE, Form.CENTRALISED, String.valueOf(hours), Grade.PASS);
        String name = own(programme);
        AwardAmounts price =
                Objects.requireNonNull(
                        new AwardJudge(stores.policies().rules()).judge(facts).price());
        Valuation worth = new Valuation(facts, training(name), 0, price, null);
        return arrival(chunk, record, teacher, revision, worth);
    }

    /// A training of that name, which states nothing else.
    private TrainingRef training(String name) {
        ProgrammeTitle title = ProgrammeTitle.named(name);
        int number =
                Objects.requireNonNull(
                        wait(stores.programmes().titles(Map.of(title, name))).get(title));
        int family =
                Objects.requireNonNull(wait(stores.programmes().families(Set.of(name))).get(name));
        return new TrainingRef(number, family, title, null);
    }

    /// @param worth null: the source takes the record back
    Arrival arrival(
            LandedChunk chunk,
            String record,
            int teacher,
            int revision,
            @Nullable Valuation worth) {
        Digest digest = new Digest();
        String id = own(record);
        RecordContent.Origin origin =
                new RecordContent.Origin(
                        chunk.feed(), chunk.feedCode(), id, chunk.ref().delivery(), 0);
        RecordContent content =
                new RecordContent(
                        digest.of(chunk.feedCode() + '\n' + id),
                        digest.of(id + revision + worth),
                        origin,
                        worth);
        return new Arrival(
                content, new VersionOrder(VersionOrder.Rank.REVISION, revision), teacher);
    }

    /// Posts what arrives, and finishes the chunk.
    Posting post(LandedChunk chunk, Arrival... arrivals) {
        return underLock(ledger -> post(ledger, chunk, arrivals));
    }

    /// Lands as many records, and posts them.
    Posting post(String feed, String record, int teacher, int revision, int hours) {
        LandedChunk chunk = stores.land(feed, 1);
        return post(chunk, arrival(chunk, record, teacher, revision, hours));
    }

    Uni<Posting> post(LedgerTransaction ledger, LandedChunk chunk, Arrival... arrivals) {
        List<UUID> keys = Stream.of(arrivals).map(Steps::key).toList();
        return ledger.contents(keys)
                .chain(known -> {
                    RecordMerge merge = new RecordMerge(Stores.MATCHER, known);
                    Map<RecordVersion, TeacherKeys> waiting = arrive(merge, arrivals);
                    return postings.resolveAndPost(
                            ledger,
                            merge,
                            Set.of(),
                            (decision, totals) ->
                                    posting(chunk, decision, totals, decision.changes(), waiting));
                });
    }

    /// Whoever has no teacher waits for the number 等.
    Map<RecordVersion, TeacherKeys> arrive(RecordMerge merge, Arrival... arrivals) {
        Map<RecordVersion, TeacherKeys> waiting = new HashMap<>();
        for (Arrival arrival : arrivals) {
            RecordVersion version = merge.arrive(arrival);
            boolean isNobodys =
                    arrival.teacher() == RecordVersion.NOBODY && arrival.copy().worth() != null;
            if (version != null && isNobodys) waiting.put(version, keys("等"));
        }
        return waiting;
    }

    static Posting posting(
            LandedChunk chunk,
            RecordMerge decision,
            PostingTotals totals,
            List<RecordVersion> versions,
            Map<RecordVersion, TeacherKeys> waiting) {
        return new Posting(
                new Posting.Finished(chunk, new long[0]),
                Occasion.chunk(chunk.ref().delivery(), 0),
                versions,
                waiting,
                decision.entries(),
                totals.standings(),
                totals.cells(),
                totals.deliveries(),
                List.of(),
                List.of(),
                totals.adjustments());
    }
}
