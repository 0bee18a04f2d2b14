package io.credithub.store.register;

import io.credithub.domain.completion.ResidentId;
import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.domain.programme.RegisterEntry;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.RegisterStore;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.store.sql.BatchSender;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Changes of the programme register on the connection of the ledger transaction.
@Singleton
public class PostgresRegisterStore implements RegisterStore {
    private static final String DECIDE =
            """
            insert into programme_decision (version, decided_by, reason) values ($1, $2, $3)\
            """;
    private static final String INTERN =
            """
            insert into programme_entry (code) select n.code from unnest($1::text[]) as n (code)
            where not exists (select from programme_entry e where e.code = n.code)
            order by n.code on conflict do nothing\
            """;
    private static final String NUMBERS =
            "select id, code from programme_entry where code = any ($1::text[])";
    private static final String STATE =
            """
            n.entry_id, n.act, n.detail, n.name, n.aliases, n.added, n.taken_away, n.names,
            n.level, n.form, n.hours, n.organiser, n.organiser_normal, n.starts_on, n.ends_on,
            n.places::jsonb, n.joined_to, n.ended_on, n.withdrawn\
            """;
    private static final String KEEP =
            """
            with kept as (
                insert into programme_state (version, %s)
                select $20::int8, %s from (select %s) n returning entry_id, version)
            update programme_entry e set latest = k.version from kept k where e.id = k.entry_id\
            """
                    .formatted(EntryRows.COLUMNS.names(), STATE, EntryRows.COLUMNS.rows());
    private static final String PROPOSE =
            """
            insert into programme_proposed (recomputation_id, %s)
            select $20::int4, %s from (select %s) n on conflict do nothing\
            """
                    .formatted(EntryRows.COLUMNS.names(), STATE, EntryRows.COLUMNS.rows());
    private static final String PROPOSED =
            """
            select e.code, s.* from programme_proposed s join programme_entry e on e.id = s.entry_id
            where s.recomputation_id = $1 order by e.code\
            """;

    private final Pool pool;
    private final EntryCache cache;

    public PostgresRegisterStore(Pool pool, EntryCache cache) {
        this.pool = pool;
        this.cache = cache;
    }

    @Override
    public Uni<ProgrammeEntries> entries(LedgerTransaction ledger) {
        return cache.entries(PostgresLedgerTransaction.of(ledger).connection(), ledger.matching());
    }

    @Override
    public Uni<Long> keep(LedgerTransaction ledger, Deciding deciding, List<EntryChange> changes) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        SqlConnection connection = transaction.connection();
        long version = ledger.matching() + 1;
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(version, deciding.by(), ResidentId.masked(deciding.reason())))
                .chain(() -> numbered(connection, changes))
                .chain(numbered -> write(connection, KEEP, numbered, version))
                .chain(transaction::matchingChanges)
                .replaceWith(version);
    }

    private static Uni<Void> write(
            SqlConnection connection, String sql, List<EntryChange> numbered, Object key) {
        return new BatchSender(connection)
                .send(sql, numbered, some -> EntryRows.parameters(some).plain(key).tuple());
    }

    @Override
    public Uni<Void> propose(int recomputation, List<EntryChange> changes) {
        return pool.withTransaction(connection ->
                numbered(connection, changes)
                        .chain(numbered -> write(connection, PROPOSE, numbered, recomputation)));
    }

    @Override
    public Uni<List<EntryChange>> proposed(int recomputation) {
        return pool.preparedQuery(PROPOSED)
                .execute(Tuple.of(recomputation))
                .map(rows -> RowReading.list(rows, PostgresRegisterStore::change));
    }

    private static EntryChange change(Row row) {
        return new EntryChange(
                EntryRows.entry(row),
                EntryChange.EntryAct.valueOf(row.getString("act")),
                row.getString("detail"));
    }

    /// Whoever is new gets a number.
    private static Uni<List<EntryChange>> numbered(
            SqlConnection connection, List<EntryChange> changes) {
        List<String> codes = changes.stream().map(change -> change.entry().code()).toList();
        return connection
                .preparedQuery(INTERN)
                .execute(EntryRows.codes(codes))
                .chain(() -> connection.preparedQuery(NUMBERS).execute(EntryRows.codes(codes)))
                .map(rows -> numbered(changes, rows));
    }

    private static List<EntryChange> numbered(List<EntryChange> changes, RowSet<Row> rows) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Row row : rows) numbers.put(row.getString("code"), row.getInteger("id"));
        List<EntryChange> numbered = new ArrayList<>(changes.size());
        for (EntryChange change : changes) {
            RegisterEntry entry = change.entry();
            int number = Objects.requireNonNull(numbers.get(entry.code()));
            numbered.add(new EntryChange(entry.numbered(number), change.act(), change.detail()));
        }
        return numbered;
    }
}
