package io.credithub.store.ledger;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.standing.LoanStanding;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.delivery.PersonSet;
import io.credithub.flow.ledger.Posting;
import io.credithub.flow.ledger.Posting.StandingUpdate;
import io.credithub.store.sql.ArrayColumns;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.credithub.store.sql.SetStatement;
import io.credithub.store.sql.SumBytes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Writes what a posting changes in the sums: standings, cells of the reconciliation, deliveries.
final class SumsWriter {
    private static final String NOTE = "insert into verdict_touched (teachers) values ($1)";

    private static final ArrayColumns STANDS =
            ArrayColumns.of(
                    "teacher_id int4",
                    "cycle int2",
                    "policy_id int4",
                    "entries int4",
                    "earned int8",
                    "recognised int8",
                    "missing int8",
                    "qualified bool",
                    "borrowed int8",
                    "owed int8",
                    "in_question int2",
                    "tally bytea",
                    "counts bytea");

    private static final SetStatement ADD_STANDINGS =
            STANDS.statement(
                    rows -> "insert into standing (%s) select %s".formatted(STANDS.names(), rows));

    /// Since when it is what it is moves with what is in question; `known_changed` sees to it.
    private static final SetStatement SET_STANDINGS =
            STANDS.statement(rows ->
                    """
                    update standing s set %s, question_from = case
                        when s.in_question = n.in_question then s.question_from else known_now() end
                    from (select %s) n where s.teacher_id = n.teacher_id and s.cycle = n.cycle\
                    """
                            .formatted(STANDS.assignments(2), rows));

    private static final String CELLS =
            """
            insert into reconciliation_cell as c (feed_id, division_code, school_year, posted,
                posted_hours, posted_credits, aside, aside_hours, persons, held, held_hours,
                refused, refused_hours)
            select * from unnest($1::int2[], $2::text[], $3::int2[], $4::int8[], $5::int8[],
                $6::int8[], $7::int8[], $8::int8[], $9::int8[], $10::int8[], $11::int8[],
                $12::int8[], $13::int8[])
            on conflict (feed_id, division_code, school_year) do update set
                posted = c.posted + excluded.posted,
                posted_hours = c.posted_hours + excluded.posted_hours,
                posted_credits = c.posted_credits + excluded.posted_credits,
                aside = c.aside + excluded.aside,
                aside_hours = c.aside_hours + excluded.aside_hours,
                persons = c.persons + excluded.persons,
                held = c.held + excluded.held,
                held_hours = c.held_hours + excluded.held_hours,
                refused = c.refused + excluded.refused,
                refused_hours = c.refused_hours + excluded.refused_hours\
            """;

    private static final String DELIVERIES =
            """
            update delivery d set accepted = d.accepted + n.accepted,
                rejected = d.rejected + n.rejected, duplicate = d.duplicate + n.duplicate,
                waiting = d.waiting + n.waiting,
                accepted_hours = d.accepted_hours + n.accepted_hours,
                duplicate_hours = d.duplicate_hours + n.duplicate_hours,
                waiting_hours = d.waiting_hours + n.waiting_hours
            from unnest($1::int8[], $2::int8[], $3::int8[], $4::int8[], $5::int8[], $6::int8[],
                $7::int8[], $8::int8[])
                as n (id, accepted, rejected, duplicate, waiting, accepted_hours, duplicate_hours,
                    waiting_hours)
            where d.id = n.id\
            """;

    private static final String COUNT_CHUNK =
            """
            update delivery set chunks_done = chunks_done + 1,
                finished_at = case when chunks_done + 1 = chunks then now() end
            where id = $1 returning finished_at is not null\
            """;

    private final SqlConnection connection;
    private final BatchSender sets;
    private final Posting posting;

    SumsWriter(SqlConnection connection, Posting posting) {
        this.connection = connection;
        this.sets = new BatchSender(connection);
        this.posting = posting;
    }

    /// The statements that write the standings, not sent yet.
    List<Uni<Void>> standings() {
        List<StandingUpdate> added =
                posting.standings().stream().filter(stand -> stand.sums().isNew()).toList();
        List<StandingUpdate> changed =
                posting.standings().stream().filter(stand -> !stand.sums().isNew()).toList();
        return List.of(
                sets.send(ADD_STANDINGS, added, SumsWriter::columns),
                sets.send(SET_STANDINGS, changed, SumsWriter::columns));
    }

    /// Whoever keeps the rows of lists finds teachers by the lines of the ledger; those whose
    /// standings are others without a line, by this note.
    Uni<Void> noteOthers() {
        Set<Integer> others = new TreeSet<>();
        for (StandingUpdate stand : posting.standings()) others.add(stand.teacher());
        for (LedgerEntry entry : posting.entries()) others.remove(entry.teacher());
        if (others.isEmpty()) return Uni.createFrom().voidItem();
        Integer[] teachers = others.toArray(Integer[]::new);
        return Uni.createFrom()
                .deferred(() -> connection.preparedQuery(NOTE).execute(Tuple.of(teachers)))
                .replaceWithVoid();
    }

    private static Tuple columns(List<StandingUpdate> stands) {
        return new ArrayParameters<>(stands)
                .ints(StandingUpdate::teacher)
                .shorts(StandingUpdate::cycle)
                .ints(StandingUpdate::policy)
                .ints(stand -> stand.sums().entries())
                .longs(stand -> stand.sums().earned())
                .longs(stand -> stand.standing().backed().hundredths())
                .longs(SumsWriter::missing)
                .booleans(stand -> stand.standing().qualified())
                .longs(stand -> lent(stand, LoanStanding::borrowed))
                .longs(stand -> lent(stand, LoanStanding::owed))
                .shorts(stand -> stand.standing().inQuestion().size())
                .bytes(stand -> SumBytes.of(stand.sums().tally().toArray()))
                .bytes(stand -> SumBytes.of(stand.sums().counts()))
                .tuple();
    }

    /// Hundredths of the loans for the years of the cycle.
    private static long lent(StandingUpdate stand, Function<LoanStanding, Credits> amount) {
        long sum = 0;
        for (LoanStanding loan : stand.standing().loans()) {
            if (loan.schoolYear() >= stand.cycle()) sum += amount.apply(loan).hundredths();
        }
        return sum;
    }

    /// Hundredths that the cycle's total still lacks.
    private static long missing(StandingUpdate stand) {
        Standing standing = stand.standing();
        return Math.max(0, standing.required().minus(standing.recognised()).hundredths());
    }

    Uni<Void> cells() {
        return sets.send(
                CELLS,
                List.copyOf(posting.cells().entrySet()),
                cells ->
                        new ArrayParameters<>(cells)
                                .shorts(cell -> cell.getKey().feed())
                                .texts(cell -> cell.getKey().division())
                                .shorts(cell -> cell.getKey().schoolYear())
                                .longs(cell -> cell.getValue().posted)
                                .longs(cell -> cell.getValue().postedHours)
                                .longs(cell -> cell.getValue().postedCredits)
                                .longs(cell -> cell.getValue().aside)
                                .longs(cell -> cell.getValue().asideHours)
                                .longs(cell -> cell.getValue().persons)
                                .longs(cell -> cell.getValue().held)
                                .longs(cell -> cell.getValue().heldHours)
                                .longs(cell -> cell.getValue().refused)
                                .longs(cell -> cell.getValue().refusedHours)
                                .tuple());
    }

    Uni<Void> deliveries() {
        return sets.send(
                DELIVERIES,
                List.copyOf(posting.deliveries().entrySet()),
                deliveries ->
                        new ArrayParameters<>(deliveries)
                                .longs(Map.Entry::getKey)
                                .longs(delivery -> delivery.getValue().accepted)
                                .longs(delivery -> delivery.getValue().rejected)
                                .longs(delivery -> delivery.getValue().duplicate)
                                .longs(delivery -> delivery.getValue().waiting)
                                .longs(delivery -> delivery.getValue().acceptedHours)
                                .longs(delivery -> delivery.getValue().duplicateHours)
                                .longs(delivery -> delivery.getValue().waitingHours)
                                .tuple());
    }

    /// Counts the chunk as done; with the last one, the persons of the delivery too.
    Uni<Void> finish() {
        if (posting.chunk() == null) return Uni.createFrom().voidItem();
        long delivery = posting.chunk().chunk().ref().delivery();
        return connection
                .preparedQuery(COUNT_CHUNK)
                .execute(Tuple.of(delivery))
                .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean(0))
                .chain(last -> last ? countPersons(delivery) : Uni.createFrom().voidItem());
    }

    private Uni<Void> countPersons(long delivery) {
        return connection
                .preparedQuery("select persons from chunk where delivery_id = $1")
                .execute(Tuple.of(delivery))
                .map(SumsWriter::persons)
                .chain(persons ->
                        connection
                                .preparedQuery("update delivery set persons = $2 where id = $1")
                                .execute(Tuple.of(delivery, persons)))
                .replaceWithVoid();
    }

    private static long persons(RowSet<Row> rows) {
        List<byte[]> chunks = new ArrayList<>(rows.size());
        for (Row row : rows) chunks.add(Objects.requireNonNull(row.getBuffer(0)).getBytes());
        return PersonSet.count(chunks);
    }
}
