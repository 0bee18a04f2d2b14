package io.credithub.store.ledger;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.TrainingKey;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.certificate.Certificates;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.ledger.LedgerLock.Brief;
import io.credithub.flow.ledger.LedgerLock.HomesFound;
import io.credithub.flow.ledger.LedgerLock.Identified;
import io.credithub.flow.ledger.LedgerLock.LedgerTransaction;
import io.credithub.flow.ledger.LedgerLock.Resolved;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.Stretch;
import io.credithub.flow.roster.Enrolled;
import io.credithub.flow.roster.Persons;
import io.credithub.flow.roster.RosterBatch;
import io.credithub.flow.roster.RosterReport;
import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherKeys;
import io.credithub.store.bank.BankActWriter;
import io.credithub.store.bank.PostgresBank;
import io.credithub.store.certificate.PostgresCertificates;
import io.credithub.store.completion.CompletionReader;
import io.credithub.store.completion.ContentQueries;
import io.credithub.store.completion.WaitingRows;
import io.credithub.store.delivery.FindingSql;
import io.credithub.store.delivery.PostgresDeliveries;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.roster.AbsentRows;
import io.credithub.store.roster.HomeSchools;
import io.credithub.store.roster.RosterWriter;
import io.credithub.store.rules.RulebookWriter;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.AccountRows;
import io.credithub.store.teacher.IdentityCache;
import io.credithub.store.teacher.PersonRows;
import io.credithub.store.teacher.ResidenceRows;
import io.credithub.store.teacher.TeacherLookup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// The registry during one transaction under the ledger lock. Every question is one statement,
/// whatever the size of the set.
final class PostgresLedgerTransaction implements LedgerTransaction {
    /// What a transaction needs beside its connection.
    ///
    /// @param roster who is who, shared by all who ask under its version
    /// @param passOn to be called when no more contents will be written
    record Surroundings(
            FeedNumbers feeds, IdProtection ids, IdentityCache roster, Runnable passOn) {}

    private final SqlConnection connection;
    private final FeedNumbers feeds;
    private final IdProtection ids;
    private final Runnable passOn;
    private final boolean rehearsal;
    private LedgerHead head;
    private AccountCache memory;
    private IdentityCache roster;

    private PostgresLedgerTransaction(
            SqlConnection connection, Surroundings around, LedgerHead head, boolean rehearsal) {
        this.connection = connection;
        this.feeds = around.feeds();
        this.ids = around.ids();
        this.passOn = around.passOn();
        this.head = head;
        this.rehearsal = rehearsal;
        this.memory = AccountCache.empty();
        this.roster = around.roster();
    }

    /// @param memory true at this head
    PostgresLedgerTransaction(
            SqlConnection connection, Surroundings around, LedgerHead head, AccountCache memory) {
        this(connection, around, head, false);
        this.memory = memory;
    }

    /// For work that will be taken back.
    static PostgresLedgerTransaction rehearsing(
            SqlConnection connection, Surroundings around, LedgerHead head) {
        return new PostgresLedgerTransaction(connection, around, head, true);
    }

    /// What the next holder may go on with, if this work is kept.
    AccountCache memory() {
        return memory.at(head);
    }

    @Override
    public boolean isStill(Identified identified) {
        return identified.roster() == head.roster() && identified.rules() == head.rules();
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return new TeacherLookup(connection, roster)
                .find(keys)
                .map(found -> new Identified(head.roster(), head.rules(), found));
    }

    @Override
    public Uni<Residences> places(Collection<Integer> teachers) {
        return ResidenceRows.places(connection, teachers);
    }

    @Override
    public int rules() {
        return head.rules();
    }

    @Override
    public Uni<Void> decide(int recomputation, Deciding deciding) {
        head = head.ruledBy(head.rules() + 1);
        return new RulebookWriter(connection)
                .decide(recomputation, deciding)
                .chain(() -> head.save(connection));
    }

    @Override
    public Uni<List<Integer>> teachers(Stretch.Of stretch) {
        return ask(
                        "select id from teacher where id between $1 and $2 order by id",
                        Tuple.of(stretch.first(), stretch.last()))
                .map(ContentQueries::numbers);
    }

    @Override
    public Uni<Map<UUID, List<Brief>>> briefs(Collection<UUID> records) {
        Tuple keys = ContentQueries.sorted(records);
        return ask(ContentQueries.BRIEFS, keys).map(ContentQueries::briefs);
    }

    @Override
    public Uni<List<RecordVersion>> contents(Collection<UUID> records) {
        if (records.isEmpty()) return Uni.createFrom().item(List.of());
        return ask(ContentQueries.CONTENTS, ContentQueries.sorted(records)).map(this::versions);
    }

    @Override
    public Uni<List<RecordVersion>> contentsOf(Collection<Integer> teachers) {
        if (teachers.isEmpty()) return Uni.createFrom().item(new ArrayList<>());
        Tuple ids = new ArrayParameters<>(List.copyOf(teachers)).ints(id -> id).tuple();
        return ask(ContentQueries.CONTENTS_OF_TEACHERS, ids).map(this::versions);
    }

    @Override
    public Uni<List<RecordVersion>> copies(Collection<TrainingKey> trainings) {
        if (trainings.isEmpty()) return Uni.createFrom().item(List.of());
        Tuple groups =
                new ArrayParameters<>(List.copyOf(trainings))
                        .ints(TrainingKey::teacher)
                        .ints(TrainingKey::programme)
                        .dates(TrainingKey::completedOn)
                        .shorts(group -> group.level().code())
                        .tuple();
        return ask(ContentQueries.COPIES, groups).map(this::versions);
    }

    private List<RecordVersion> versions(RowSet<Row> rows) {
        List<RecordVersion> versions = new ArrayList<>(rows.size());
        if (rows.size() == 0) return versions;
        CompletionReader reader = new CompletionReader(rows.iterator().next());
        for (Row row : rows) versions.add(reader.version(row, feeds));
        return versions;
    }

    @Override
    public Uni<List<TeacherAccount>> accounts(Collection<Integer> teachers) {
        List<TeacherAccount> known = memory.accounts(teachers);
        if (known.size() == teachers.size()) return Uni.createFrom().item(known);
        Set<Integer> unknown = new HashSet<>(teachers);
        for (TeacherAccount account : known) unknown.remove(account.teacher());
        Tuple ids = new ArrayParameters<>(List.copyOf(unknown)).ints(id -> id).tuple();
        return ask(AccountRows.SELECT, ids)
                .map(rows -> {
                    List<TeacherAccount> found = AccountRows.accounts(rows);
                    memory.learn(found);
                    known.addAll(found);
                    return known;
                });
    }

    @Override
    public Uni<List<Resolved>> resolveWaiting(Collection<Integer> teachers) {
        return WaitingRows.resolve(connection, teachers);
    }

    @Override
    public Uni<List<UUID>> withoutTeacher(UUID after, int most) {
        return WaitingRows.records(connection, after, most);
    }

    @Override
    public Uni<Enrolled> enrol(RosterBatch batch, LocalDate today) {
        memory = AccountCache.empty();
        head = head.enrolled();
        // Own cache: uncommitted teachers must not leak into the shared one.
        roster = IdentityCache.of(head.roster());
        return new RosterWriter(connection, ids)
                .enrol(batch, today)
                .call(() -> head.save(connection));
    }

    @Override
    public Uni<HomesFound> findHomes(LocalDate today) {
        memory = AccountCache.empty();
        head = head.enrolled();
        roster = IdentityCache.of(head.roster());
        return new HomeSchools(connection, today).find().call(() -> head.save(connection));
    }

    @Override
    public Uni<RosterReport.Absent> absent(Set<String> divisions, BitSet seen) {
        return new AbsentRows(connection).of(divisions, seen);
    }

    @Override
    public Uni<Persons.Changing> persons() {
        memory = AccountCache.empty();
        head = head.enrolled();
        roster = IdentityCache.of(head.roster());
        return head.save(connection).replaceWith(new PersonRows(connection, ids));
    }

    @Override
    public Uni<Boolean> isOpen(ChunkRef chunk) {
        if (rehearsal) return Uni.createFrom().item(true);
        return ask(
                        "select done from chunk where delivery_id = $1 and chunk_no = $2",
                        Tuple.of(chunk.delivery(), chunk.chunk()))
                .map(rows -> !Objects.requireNonNull(rows.iterator().next().getBoolean(0)));
    }

    @Override
    public Uni<Void> write(Posting posting) {
        return new PostingWriter(connection, head, posting)
                .write(passOn)
                .invoke(moved -> {
                    head = moved;
                    for (Posting.Stand stand : posting.standings()) stand.sums().keep();
                })
                .chain(() -> adjust(posting.adjustments().iterator()));
    }

    private Uni<Void> adjust(Iterator<BankAct.Adjust> adjustments) {
        if (!adjustments.hasNext()) return Uni.createFrom().voidItem();
        return enter(adjustments.next()).chain(() -> adjust(adjustments));
    }

    @Override
    public Uni<List<FindingAt>> following(long delivery) {
        return ask(FindingSql.DERIVED, Tuple.of(delivery))
                .map(rows -> {
                    List<FindingAt> findings = new ArrayList<>(rows.size());
                    for (Row row : rows) findings.add(PostgresDeliveries.finding(row).finding());
                    return findings;
                });
    }

    /// Other processes see by the head that their accounts are worthless.
    @Override
    public Uni<Boolean> enter(BankAct act) {
        return new BankActWriter(connection, head)
                .enter(act)
                .map(moved -> {
                    if (moved == null) return false;
                    head = moved;
                    if (act.changesFacts()) memory.forget(act.teacher());
                    return true;
                });
    }

    @Override
    public Bank bank() {
        return new PostgresBank(connection);
    }

    @Override
    public Certificates certificates() {
        return new PostgresCertificates(connection);
    }

    /// Answers on a worker: what follows counts and sorts, and the event loop has others to serve.
    private Uni<RowSet<Row>> ask(String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
