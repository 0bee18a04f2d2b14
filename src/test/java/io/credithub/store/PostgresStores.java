package io.credithub.store;

import io.credithub.contract.Stores;
import io.credithub.contract.Stores.Cell;
import io.credithub.contract.Stores.Outcomes;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.fixtures.FiledMatchings;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.adjustment.AdjustmentBook;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.certificate.CertificateStore;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.hold.HoldBook;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.processing.ChunkRegister;
import io.credithub.flow.programme.Programmes;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recompute.MatchingStore;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.RegisterStore;
import io.credithub.flow.recompute.RuleStore;
import io.credithub.flow.register.RegisterQuery;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterStore;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Registry;
import io.credithub.flow.teacher.Sealing;
import io.credithub.flow.teacher.TeacherIndex;
import io.credithub.mapping.policy.PolicyFiles;
import io.credithub.security.IdVault;
import io.credithub.security.PayloadVault;
import io.credithub.store.access.PostgresIdKey;
import io.credithub.store.adjustment.PostgresAdjustmentBook;
import io.credithub.store.bank.PostgresBank;
import io.credithub.store.bank.PostgresBankStore;
import io.credithub.store.certificate.PostgresCertificateStore;
import io.credithub.store.connection.Sessions;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.feed.FeedRegistration;
import io.credithub.store.hold.PostgresHoldBook;
import io.credithub.store.ledger.PostgresLedgerLock;
import io.credithub.store.processing.PostgresChunkRegister;
import io.credithub.store.programme.PostgresProgrammes;
import io.credithub.store.recognition.OpenedClaims;
import io.credithub.store.recompute.PostgresMatchingStore;
import io.credithub.store.recompute.PostgresRecomputations;
import io.credithub.store.recompute.PostgresRuleStore;
import io.credithub.store.register.EntryCache;
import io.credithub.store.register.PostgresRegisterQuery;
import io.credithub.store.register.PostgresRegisterStore;
import io.credithub.store.roster.OpenedPersons;
import io.credithub.store.roster.PostgresRosterStore;
import io.credithub.store.rules.PostgresMatchings;
import io.credithub.store.rules.PostgresPolicies;
import io.credithub.store.teacher.OpenedRegistry;
import io.credithub.store.teacher.PostgresTeacherIndex;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every port over one registry on PostgreSQL: a server of its own, the same for all contracts of a
/// process, on which no hub works.
final class PostgresStores implements Stores {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LAND =
            """
            with landed as (
                insert into delivery (feed_id, reference, sha256, bytes, charset, head,
                    mapping_digest, chunks, received)
                values ($1, 'a contract', sha256(gen_random_uuid()::text::bytea), 1, 'UTF-8', '',
                    '00', 1, $2)
                returning id)
            insert into chunk (delivery_id, chunk_no, first_position, records, payload)
            select id, 0, 0, $2, '' from landed returning delivery_id\
            """;
    private static @Nullable PostgresStores shared;
    final Pool pool;
    final Sessions sessions;
    final FeedNumbers feeds;
    private final PostgresTeacherIndex teachers;
    private final PostgresPolicies policies;
    private final PostgresMatchings matchings;
    private final LedgerLock lock;
    private final EntryCache entries = new EntryCache();
    private final PostgresBankStore bank = new PostgresBankStore();
    private final IdProtection ids = IdVault.of(new byte[32]);
    private final Sealing sealing = PayloadVault.of(new byte[32]);

    private PostgresStores(Pool pool, Sessions sessions) {
        this.pool = pool;
        this.sessions = sessions;
        this.feeds = new FeedNumbers(pool, new FeedRegistration(pool), new TwoFeeds());
        this.teachers = new PostgresTeacherIndex(pool);
        this.policies = new PostgresPolicies(pool);
        this.lock = new PostgresLedgerLock(pool, feeds, teachers);
        wait(new PostgresIdKey(pool, ids, sealing).check());
        wait(feeds.learned());
        wait(policies.learn(RuleSets.shanxi(), PolicyFiles::again));
        this.matchings = new PostgresMatchings(pool, FiledMatchings.FILES);
        wait(matchings.learn(FiledMatchings.ON_FILE));
    }

    static synchronized PostgresStores shared() {
        if (shared == null) shared = start();
        return shared;
    }

    private static PostgresStores start() {
        try {
            Path home = Files.createTempDirectory("credithub-contracts-");
            LawRegistry registry = new LawRegistry(home, Vertx.vertx());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(registry, home)));
            return new PostgresStores(registry.pool(), registry.sessions());
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void end(LawRegistry registry, Path home) {
        try (registry;
                Stream<Path> paths = Files.walk(home)) {
            registry.close();
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @Override
    public LedgerLock lock() {
        return lock;
    }

    @Override
    public TeacherIndex teachers() {
        return teachers;
    }

    @Override
    public RosterStore roster() {
        return new PostgresRosterStore(ids);
    }

    @Override
    public AdjustmentBook adjustmentBook() {
        return new PostgresAdjustmentBook();
    }

    @Override
    public HoldBook holdBook() {
        return new PostgresHoldBook();
    }

    @Override
    public Persons persons() {
        return OpenedPersons.of(pool, ids);
    }

    @Override
    public BankStore bankStore() {
        return bank;
    }

    @Override
    public Bank bank() {
        return new PostgresBank(pool);
    }

    @Override
    public BookedLoan.Book loans() {
        return bank;
    }

    @Override
    public CertificateStore certificates() {
        return new PostgresCertificateStore();
    }

    @Override
    public Matchings matchings() {
        return matchings;
    }

    @Override
    public MatchingStore matchingStore() {
        return new PostgresMatchingStore(pool, FiledMatchings.FILES);
    }

    @Override
    public RuleStore rules() {
        return new PostgresRuleStore();
    }

    @Override
    public Recomputations recomputations() {
        return new PostgresRecomputations(pool, sessions, policies, feeds);
    }

    @Override
    public ChunkRegister register() {
        return new PostgresChunkRegister();
    }

    @Override
    public RegisterStore registerStore() {
        return new PostgresRegisterStore(pool, entries);
    }

    @Override
    public RegisterQuery registerQuery() {
        return new PostgresRegisterQuery(pool);
    }

    @Override
    public Programmes programmes() {
        return new PostgresProgrammes(pool);
    }

    @Override
    public Policies policies() {
        wait(policies.renewed());
        return policies;
    }

    @Override
    public Registry registry() {
        return OpenedRegistry.of(pool);
    }

    @Override
    public IdProtection ids() {
        return ids;
    }

    @Override
    public LandedChunk land(String feed, int records) {
        int number = feeds.number(feed);
        long delivery =
                ask(LAND, Tuple.of(number, records)).iterator().next().getLong("delivery_id");
        return new LandedChunk(
                new ChunkRef(feed, delivery, 0, records),
                number,
                feed,
                new Source(TwoFeeds.FORMAT, "UTF-8", new byte[0]),
                new Slice(0, 0, records, new byte[0]),
                null,
                Instant.EPOCH,
                null,
                null);
    }

    ClaimRepository claims() {
        return OpenedClaims.repository(sessions, sealing);
    }

    ClaimOutbox outbox() {
        return OpenedClaims.outbox(sessions, sealing);
    }

    RowSet<Row> ask(String sql, Tuple parameters) {
        return wait(pool.preparedQuery(sql).execute(parameters));
    }

    @Override
    public Outcomes outcomes(long delivery) {
        String sql = "select accepted, rejected, duplicate, waiting from delivery where id = $1";
        Row row = ask(sql, Tuple.of(delivery)).iterator().next();
        return new Outcomes(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
    }

    @Override
    public List<FindingAt> findings(long delivery) {
        List<FindingAt> findings = new ArrayList<>();
        String sql =
                "select position, record_id, code, field, value from finding where delivery_id = $1"
                        + " order by position, id";
        for (Row row : ask(sql, Tuple.of(delivery))) {
            FindingCode code =
                    Stream.of(FindingCode.values())
                            .filter(one -> one.code().equals(row.getString("code")))
                            .findFirst()
                            .orElseThrow();
            Finding finding = new Finding(code, row.getString("field"), row.getString("value"));
            findings.add(
                    new FindingAt(row.getLong("position"), row.getString("record_id"), finding));
        }
        return findings;
    }

    @Override
    public Cell cell(String feed, String division, int schoolYear) {
        String sql =
                "select posted, posted_credits, aside, persons from reconciliation_cell"
                        + " where feed_id = $1 and division_code = $2 and school_year = $3";
        for (Row row : ask(sql, Tuple.of(feeds.number(feed), division, schoolYear))) {
            return new Cell(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
        }
        return new Cell(0, 0, 0, 0);
    }
}
