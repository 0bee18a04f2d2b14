package io.credithub.store.bank;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.ledger.Movement;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.store.sql.RowReading;
import io.credithub.store.teacher.GrantRows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The acts of the bank on one teacher, each list by one question answered from an index.
@Singleton
public class PostgresBank implements Bank {
    /// What the movements of a loan sum to.
    private static final String BOOKED =
            """
            select coalesce(sum(e.credits) filter (where e.kind = 3), 0) as borrowed,
                coalesce(-sum(e.credits) filter (where e.kind = 4), 0) as repayable
            from movement m join ledger_entry e on e.record_key = m.id and e.kind > 2
            where m.subject = l.id\
            """;

    private static final String BOOKED_OF =
            """
            select l.id, l.teacher_id, l.school_year, l.line, b.borrowed, b.repayable
            from loan l cross join lateral (%s) b
            where l.teacher_id = any($1) and l.ended_at is null
            order by l.teacher_id, l.school_year, l.line, l.id\
            """
                    .formatted(BOOKED);

    private static final String DECISIONS =
            """
            select d.*, (select json_agg(json_build_array(
                    to_char(c.granted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    c.granted_by, c.reason) order by c.granted_at, c.id)
                from year_confirmation c where c.decision = d.id) as confirmed
            from decided_year d where teacher_id = $1 and school_year = $2
            order by granted_at, id\
            """;

    /// Of a loan that was given back: what was.
    private static final String LOANS =
            """
            select l.*, case when l.ended_at is null then b.borrowed else l.credits end as borrowed,
                case when l.ended_at is null then b.repayable else l.owed end as repayable
            from loan l cross join lateral (%s) b
            where l.teacher_id = $1 order by l.granted_at, l.id\
            """
                    .formatted(BOOKED);

    private static final String RESERVATIONS =
            "select * from reservation where teacher_id = $1 order by granted_at, id";

    private static final String MOVEMENTS =
            """
            select e.seq, e.block_no, e.kind, e.school_year, e.credits, m.*
            from ledger_entry e join movement m on m.id = e.record_key
            where e.teacher_id = $1 and e.kind > 2 and e.school_year between $2 and $3
            order by e.seq\
            """;

    private final SqlClient client;

    @Inject
    public PostgresBank(Pool pool) {
        this((SqlClient) pool);
    }

    /// For whoever holds the ledger lock, on the connection of the transaction.
    PostgresBank(SqlClient client) {
        this.client = client;
    }

    @Override
    public Uni<List<ExemptionRecord>> exemptions(int teacher) {
        return all(GrantRows.EXEMPTIONS, Tuple.of(teacher), GrantRows::exempted);
    }

    @Override
    public Uni<List<DecidedYear>> decisions(int teacher, int schoolYear) {
        return all(DECISIONS, Tuple.of(teacher, schoolYear), PostgresBank::decided);
    }

    private static DecidedYear decided(Row row) {
        return new DecidedYear(
                row.getUUID("id"),
                row.getInteger("school_year"),
                new Credits(row.getInteger("recognised")),
                row.getBoolean("qualified"),
                RowReading.granted(row),
                RowReading.ended(row),
                row.getString("reason"),
                confirmed(row.getJsonArray("confirmed")));
    }

    private static List<Confirmed> confirmed(@Nullable JsonArray rows) {
        List<Confirmed> all = new ArrayList<>();
        for (int at = 0; rows != null && at < rows.size(); at++) {
            JsonArray one = rows.getJsonArray(at);
            Stamp by = new Stamp(Instant.parse(one.getString(0)), one.getString(1));
            all.add(new Confirmed(by, one.getString(2)));
        }
        return all;
    }

    @Override
    public Uni<List<LoanRecord>> loans(int teacher) {
        return all(LOANS, Tuple.of(teacher), PostgresBank::lent);
    }

    /// What stands in the ledger of the loans that hold.
    Uni<List<BookedLoan>> booked(Collection<Integer> teachers) {
        Integer[] numbers = teachers.toArray(Integer[]::new);
        return all(BOOKED_OF, Tuple.of(numbers), PostgresBank::booked);
    }

    private static BookedLoan booked(Row row) {
        return new BookedLoan(
                row.getUUID("id"),
                row.getInteger("teacher_id"),
                row.getString("line"),
                new Movement.Borrowing(
                        row.getInteger("school_year"),
                        new Credits(row.getLong("borrowed")),
                        new Credits(row.getLong("repayable"))));
    }

    @Override
    public Uni<List<Reservation>> reservations(int teacher) {
        return all(RESERVATIONS, Tuple.of(teacher), PostgresBank::reservation);
    }

    private static Reservation reservation(Row row) {
        return new Reservation(
                row.getUUID("id"),
                row.getInteger("cycle"),
                new Credits(row.getInteger("credits")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("note"),
                Reservation.ReservationState.valueOf(row.getString("state")),
                RowReading.granted(row),
                RowReading.ended(row));
    }

    @Override
    public Uni<List<MovementLine>> movements(int teacher, int firstYear, int lastYear) {
        return all(MOVEMENTS, Tuple.of(teacher, firstYear, lastYear), PostgresBank::moved);
    }

    private static LoanRecord lent(Row row) {
        return new LoanRecord(
                row.getUUID("id"),
                row.getInteger("school_year"),
                row.getString("line"),
                new Credits(row.getLong("borrowed")),
                new Credits(row.getLong("repayable")),
                new Credits(row.getInteger("credits")),
                RowReading.granted(row),
                RowReading.ended(row));
    }

    private static MovementLine moved(Row row) {
        Instant at = RowReading.instant(row, "made_at");
        return new MovementLine(
                row.getLong("seq"),
                row.getLong("block_no"),
                new Stamp(at, row.getString("made_by")),
                row.getUUID("id"),
                row.getUUID("subject"),
                Movement.MovementReason.valueOf(row.getString("reason")),
                Movement.LegKind.of(row.getInteger("kind")),
                row.getInteger("school_year"),
                new Credits(row.getInteger("credits")));
    }

    private <T> Uni<List<T>> all(String sql, Tuple values, Function<Row, T> reading) {
        return RowReading.all(client, sql, values, reading);
    }
}
