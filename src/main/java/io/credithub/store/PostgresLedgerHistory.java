package io.credithub.store;

import io.credithub.domain.Credits;
import io.credithub.flow.Jurisdiction;
import io.credithub.flow.LedgerHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Sums the ledger up as far as it had come.
@ApplicationScoped
public class PostgresLedgerHistory implements LedgerHistory {
    /// Awards and reversals; blocks are in the order of time.
    private static final String COUNTIES =
            """
            select t.division_code, e.school_year, count(distinct e.teacher_id) as teachers,
                count(*) as lines, sum(e.credits)::int8 as credits
            from ledger_entry e join teacher t on t.id = e.teacher_id
            where e.kind in (1, 2) and starts_with(t.division_code, $2)
                and e.block_no <= (select coalesce(max(no), 0) from ledger_block
                    where posted_at < $1)
            group by 1, 2 order by 1, 2\
            """;

    private final Pool pool;

    PostgresLedgerHistory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<CountyYear>> counties(Instant before, Jurisdiction within) {
        return pool.preparedQuery(COUNTIES)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), within.prefix()))
                .map(rows -> {
                    List<CountyYear> sums = new ArrayList<>(rows.size());
                    for (Row row : rows) sums.add(sum(row));
                    return sums;
                });
    }

    private static CountyYear sum(Row row) {
        return new CountyYear(
                row.getString("division_code"),
                row.getShort("school_year"),
                row.getLong("teachers"),
                row.getLong("lines"),
                new Credits(row.getLong("credits")));
    }
}
