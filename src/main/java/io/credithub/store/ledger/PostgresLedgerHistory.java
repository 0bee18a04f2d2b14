package io.credithub.store.ledger;

import io.credithub.domain.Credits;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.LedgerHistory;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Sums the ledger up as far as it had come.
@ApplicationScoped
public class PostgresLedgerHistory implements LedgerHistory {
    /// Awards and reversals; blocks are in the order of time. Every teacher is counted in every
    /// school year that the ledger has, with records or without.
    private static final String COUNTIES =
            """
            with lines as (
                select teacher_id, school_year, count(*) as lines, sum(3 - 2 * kind) as awards,
                    sum(credits) as credits
                from ledger_entry
                where kind in (1, 2) and block_no <= (select coalesce(max(no), 0)
                    from ledger_block where posted_at < $1)
                group by 1, 2),
            years as (select distinct school_year from lines)
            select t.answering_division as division_code, y.school_year, count(*) as teachers,
                count(*) filter (where l.awards > 0) as with_records,
                coalesce(sum(l.lines), 0)::int8 as lines,
                coalesce(sum(l.credits), 0)::int8 as credits
            from teacher t cross join years y
            left join lines l on l.teacher_id = t.id and l.school_year = y.school_year
            where starts_with(t.answering_division, $2)
            group by 1, 2 order by 1, 2\
            """;

    private final Snapshots snapshots;

    PostgresLedgerHistory(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<List<CountyYear>> counties(Instant before, Jurisdiction within) {
        Tuple values = Tuple.of(before.atOffset(ZoneOffset.UTC), within.prefix());
        return snapshots.read(connection ->
                connection
                        .preparedQuery(COUNTIES)
                        .execute(values)
                        .map(rows -> RowReading.list(rows, PostgresLedgerHistory::sum)));
    }

    private static CountyYear sum(Row row) {
        return new CountyYear(
                row.getString("division_code"),
                row.getInteger("school_year"),
                row.getLong("teachers"),
                row.getLong("with_records"),
                row.getLong("teachers") - row.getLong("with_records"),
                row.getLong("lines"),
                new Credits(row.getLong("credits")));
    }
}
