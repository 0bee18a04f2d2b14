package io.credithub.store.ledger;

import io.credithub.domain.ledger.FamilyKey;
import io.credithub.domain.ledger.KnownCopies;
import io.credithub.domain.ledger.PairDecisions;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.TeacherAccount;
import io.credithub.flow.teacher.Identified;
import io.credithub.flow.teacher.Residences;
import io.credithub.flow.teacher.TeacherKeys;
import io.credithub.store.completion.CompletionReader;
import io.credithub.store.completion.ContentQueries;
import io.credithub.store.completion.FamilyRows;
import io.credithub.store.completion.PairRows;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.ledger.LedgerHead.Held;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.teacher.AccountRows;
import io.credithub.store.teacher.IdentityCache;
import io.credithub.store.teacher.ResidenceRows;
import io.credithub.store.teacher.TeacherLookup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The registry during one transaction under the ledger lock. Every question is one statement,
/// whatever the size of the set.
///
/// The rooms of the features reach the connection by it, and tell it what they change: movements,
/// the roster, the rules, what is granted. It alone moves the head of the ledger.
public final class PostgresLedgerTransaction implements LedgerTransaction {
    private final SqlConnection connection;
    private final FeedNumbers feeds;
    private final Runnable contentsAreIn;
    private final boolean isDryRun;
    private final Held held;
    private final Set<FamilyKey> placed = new HashSet<>();
    private LedgerHead head;
    private AccountCache accounts;
    private IdentityCache roster;

    /// @param roster who is who, shared by all who ask under its version
    /// @param contentsAreIn to be called when no more contents will be written
    /// @param accounts true at this head; null: the work will be taken back
    PostgresLedgerTransaction(
            SqlConnection connection,
            Held held,
            FeedNumbers feeds,
            IdentityCache roster,
            Runnable contentsAreIn,
            @Nullable AccountCache accounts) {
        this.connection = connection;
        this.held = held;
        this.head = held.head();
        this.feeds = feeds;
        this.roster = roster;
        this.contentsAreIn = contentsAreIn;
        this.isDryRun = accounts == null;
        this.accounts = accounts == null ? AccountCache.empty() : accounts;
    }

    /// What `hub.store` knows of a transaction that it gave.
    ///
    /// @throws IllegalArgumentException if it is another store's
    public static PostgresLedgerTransaction of(LedgerTransaction ledger) {
        if (ledger instanceof PostgresLedgerTransaction ours) return ours;
        throw new IllegalArgumentException("no transaction of this store: " + ledger);
    }

    /// For statements of a feature. Whoever has it neither commits nor closes it.
    public SqlConnection connection() {
        return connection;
    }

    /// Whether all of it will be taken back.
    public boolean isDryRun() {
        return isDryRun;
    }

    /// The head that it found.
    Held held() {
        return held;
    }

    /// Contents that are written, in the state that they shall have.
    void placed(Collection<RecordVersion> contents) {
        for (RecordVersion content : contents) {
            FamilyKey group = content.group();
            if (group != null) placed.add(group);
        }
    }

    /// In which families something was placed so far.
    Set<FamilyKey> placed() {
        return placed;
    }

    /// What the next holder may go on with, if this work is kept.
    AccountCache accounts() {
        return accounts.at(head);
    }

    @Override
    public boolean isStill(Identified identified) {
        return identified.roster() == head.roster()
                && identified.rules() == head.rules()
                && identified.matching() == head.matching();
    }

    @Override
    public Uni<Identified> identify(Collection<TeacherKeys> keys) {
        return new TeacherLookup(connection, roster)
                .find(keys)
                .map(found -> new Identified(head.roster(), head.rules(), head.matching(), found));
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
    public long matching() {
        return head.matching();
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
    public Uni<KnownCopies> copies(Collection<FamilyKey> families, Collection<UUID> records) {
        Uni<List<RecordVersion>> versions =
                families.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : ask(ContentQueries.COPIES, FamilyRows.tuple(families))
                                .map(this::versions);
        return versions.chain(found -> {
            Set<UUID> keys = new HashSet<>(records);
            for (RecordVersion version : found) keys.add(version.copy().key());
            return decisions(keys).map(decided -> new KnownCopies(found, decided));
        });
    }

    @Override
    public Uni<Set<UUID>> crowded(Collection<RecordVersion> contents, int least) {
        return InstantRows.crowded(connection, contents, least);
    }

    /// Both records of a pair are asked for, so the first of the two finds it.
    private Uni<PairDecisions> decisions(Set<UUID> records) {
        if (records.size() < 2) return Uni.createFrom().item(PairDecisions.NONE);
        return ask(PairRows.SELECT, ContentQueries.sorted(records)).map(PairRows::decisions);
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
        List<TeacherAccount> known = accounts.accounts(teachers);
        if (known.size() == teachers.size()) return Uni.createFrom().item(known);
        Set<Integer> unknown = new HashSet<>(teachers);
        for (TeacherAccount account : known) unknown.remove(account.teacher());
        Tuple ids = new ArrayParameters<>(List.copyOf(unknown)).ints(id -> id).tuple();
        return ask(AccountRows.SELECT, ids)
                .map(rows -> {
                    List<TeacherAccount> found = AccountRows.accounts(rows);
                    accounts.learn(found);
                    known.addAll(found);
                    return known;
                });
    }

    @Override
    public Uni<Void> write(Posting posting) {
        placed(posting.versions());
        return new PostingWriter(connection, head, posting)
                .write(contentsAreIn)
                .invoke(moved -> {
                    head = moved;
                    for (Posting.StandingUpdate stand : posting.standings()) stand.sums().keep();
                })
                .chain(() -> appendAll(posting.adjustments().iterator()));
    }

    private Uni<Void> appendAll(Iterator<LedgerMovement> movements) {
        if (!movements.hasNext()) return Uni.createFrom().voidItem();
        return append(movements.next()).chain(() -> appendAll(movements));
    }

    /// Appends a movement to the ledger, in a block of its own.
    public Uni<Void> append(LedgerMovement movement) {
        return new LedgerMovementWriter(connection, head)
                .write(movement)
                .invoke(moved -> head = moved)
                .replaceWithVoid();
    }

    /// Something is granted to a teacher, or taken back. Other processes see by the head that what
    /// they remember of accounts is worthless.
    public Uni<Void> factsChange(int teacher) {
        accounts.forget(teacher);
        head = head.granted();
        return head.save(connection);
    }

    /// The roster is another from now on.
    public Uni<Void> rosterChanges() {
        accounts = AccountCache.empty();
        head = head.enrolled();
        // Own cache: uncommitted teachers must not leak into the shared one.
        roster = IdentityCache.of(head.roster());
        return head.save(connection);
    }

    /// The rulebook that was written last is in force from now on.
    public Uni<Void> rulesChange() {
        head = head.ruledBy(head.rules() + 1);
        return head.save(connection);
    }

    /// What records are matched by is another from now on.
    public Uni<Void> matchingChanges() {
        head = head.matched();
        return head.save(connection);
    }

    /// Answers on a worker: what follows counts and sorts, and the event loop has others to serve.
    public Uni<RowSet<Row>> ask(String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }
}
