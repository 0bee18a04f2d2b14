package io.credithub.store.teacher;

import io.credithub.domain.standing.Tally;
import io.credithub.flow.teacher.Balances;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Every teacher's standing of a cycle in a few figures. Guests of the hub ask for them, and
/// nothing of the hub itself.
@ApplicationScoped
@Unremovable
public class PostgresBalances implements Balances {
    private static final String SELECT =
            """
            select t.teacher_no, s.earned, s.recognised, s.cycle, s.tally
            from standing s join teacher t on t.id = s.teacher_id
            where s.cycle = $1 and t.teacher_no is not null\
            """;

    private final Pool pool;

    PostgresBalances(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, TeacherBalance>> of(int cycle) {
        return pool.preparedQuery(SELECT).execute(Tuple.of(cycle)).map(PostgresBalances::balances);
    }

    private static Map<String, TeacherBalance> balances(RowSet<Row> rows) {
        Map<String, TeacherBalance> balances = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            List<Long> years = years(AccountRows.tally(row));
            balances.put(
                    row.getString(0), new TeacherBalance(row.getLong(1), row.getLong(2), years));
        }
        return balances;
    }

    /// The first line of every policy is the total.
    private static List<Long> years(Tally tally) {
        return IntStream.range(0, Tally.YEARS).mapToObj(year -> tally.at(0, year)).toList();
    }
}
