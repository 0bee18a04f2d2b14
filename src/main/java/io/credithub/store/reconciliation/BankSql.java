package io.credithub.store.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.Tally;
import io.credithub.flow.reconciliation.BankFigures;
import io.credithub.flow.reconciliation.BankFigures.Loans;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Optional;

/// Counts the credit bank for the proof, in the snapshot of its connection.
public final class BankSql {
    private static final String STANDINGS =
            """
            select count(*) as standings, coalesce(sum(earned), 0)::int8 as earned,
                coalesce(sum(recognised), 0)::int8 as recognised,
                count(*) filter (where recognised > earned) as above
            from standing\
            """;

    private static final String LOANS =
            """
            with moved as (
                select teacher_id, coalesce(sum(credits) filter (where kind = 3), 0) as borrowed,
                    coalesce(-sum(credits) filter (where kind = 4), 0) as owed
                from ledger_entry where kind > 2 and kind in (3, 4) group by teacher_id),
            stood as (
                select teacher_id, sum(borrowed) as borrowed, sum(owed) as owed
                from standing where borrowed <> 0 or owed <> 0 group by teacher_id)
            select count(*) as teachers, coalesce(sum(s.borrowed), 0)::int8 as borrowed,
                coalesce(sum(m.borrowed), 0)::int8 as borrowed_moved,
                coalesce(sum(s.owed), 0)::int8 as owed,
                coalesce(sum(m.owed), 0)::int8 as owed_moved,
                count(*) filter (where coalesce(s.borrowed, 0) <> coalesce(m.borrowed, 0)
                    or coalesce(s.owed, 0) <> coalesce(m.owed, 0)) as differing
            from moved m full join stood s on s.teacher_id = m.teacher_id\
            """;

    private static final String RECOUNT =
            """
            select count(*) filter (where s.recognised > coalesce(l.credits, 0)) as above,
                count(*) filter (where s.recognised - coalesce(l.given, 0)
                    > coalesce(l.credits, 0)) as available_above
            from standing s left join (
                select e.teacher_id, k.cycle,
                    sum(e.credits) filter (where e.kind in (1, 2)) as credits,
                    sum(e.credits) filter (where e.kind in (7, 8)) as given
                from ledger_entry e join standing k on k.teacher_id = e.teacher_id
                    and e.school_year between k.cycle and k.cycle + %d
                where e.kind in (1, 2, 7, 8) group by e.teacher_id, k.cycle) l
            on l.teacher_id = s.teacher_id and l.cycle = s.cycle\
            """
                    .formatted(Tally.YEARS - 1);

    private BankSql() {}

    public static Uni<BankFigures> read(SqlConnection connection, boolean recount) {
        Uni<Row> standings = one(connection, STANDINGS);
        Uni<Row> loans = one(connection, LOANS);
        Uni<Optional<Row>> recounted =
                recount
                        ? one(connection, RECOUNT).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty());
        return Uni.combine()
                .all()
                .unis(standings, loans, recounted)
                .usingConcurrencyOf(1)
                .with((sums, lent, counted) ->
                        new BankFigures(
                                sums.getLong("standings"),
                                credits(sums, "earned"),
                                credits(sums, "recognised"),
                                sums.getLong("above"),
                                loans(lent),
                                counted.map(BankSql::recount).orElse(null)));
    }

    private static BankFigures.BankRecount recount(Row row) {
        return new BankFigures.BankRecount(row.getLong("above"), row.getLong("available_above"));
    }

    private static Loans loans(Row row) {
        return new Loans(
                row.getLong("teachers"),
                credits(row, "borrowed"),
                credits(row, "borrowed_moved"),
                credits(row, "owed"),
                credits(row, "owed_moved"),
                row.getLong("differing"));
    }

    private static Credits credits(Row row, String column) {
        return new Credits(row.getLong(column));
    }

    private static Uni<Row> one(SqlConnection connection, String sql) {
        return connection.query(sql).execute().map(rows -> rows.iterator().next());
    }
}
