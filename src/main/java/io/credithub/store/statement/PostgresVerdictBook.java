package io.credithub.store.statement;

import io.credithub.flow.statement.VerdictBook;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntFunction;

/// The rows of lists, kept by whoever holds the row that says how far they have come: nobody waits
/// for it, and with it goes the transaction.
@ApplicationScoped
public class PostgresVerdictBook implements VerdictBook {
    /// What is not in the rows, and since when: the first line after those that are, the first
    /// note, a look at everybody that is under way.
    private static final String PENDING =
            """
            select h.last_seq - p.seq as lines, n.notes,
                case when p.round_after is null then 0
                    else (select count(*) from teacher where id > p.round_after) end as teachers,
                least(n.since, case when p.round_after is not null then p.round_at end, (
                    select b.posted_at from ledger_entry e join ledger_block b on b.no = e.block_no
                    where e.seq > p.seq order by e.seq limit 1)) as since
            from verdict_progress p cross join ledger_head h cross join (
                select count(*) as notes, min(noted_at) as since from verdict_touched) n\
            """;

    private final Pool pool;

    public PostgresVerdictBook(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<BookStep> next(IntFunction<Uni<RowMaker>> makers) {
        return pool.withTransaction(connection ->
                connection
                        .query(VerdictProgress.MINE)
                        .execute()
                        .chain(rows -> {
                            if (rows.size() == 0) return Uni.createFrom().item(BookStep.BUSY);
                            Row row = rows.iterator().next();
                            VerdictProgress progress = VerdictProgress.of(row);
                            return makers.apply(row.getInteger("rulebook"))
                                    .chain(maker ->
                                            new VerdictPass(connection, maker).step(progress));
                        }));
    }

    @Override
    public Uni<PendingRows> pending() {
        return pending(pool);
    }

    static Uni<PendingRows> pending(SqlClient client) {
        return client.query(PENDING)
                .execute()
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new PendingRows(
                            RowReading.instantOrNull(row, "since"),
                            Math.max(0, row.getLong("lines")) + row.getLong("notes"),
                            row.getLong("teachers"));
                });
    }
}
