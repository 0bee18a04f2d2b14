package io.credithub.store;

import io.credithub.flow.Balances;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// Every teacher's standing of a cycle in two figures.
@ApplicationScoped
public class PostgresBalances implements Balances {
    private static final String SELECT =
            """
            select t.teacher_no, s.earned, s.recognised
            from standing s join teacher t on t.id = s.teacher_id
            where s.cycle = $1 and t.teacher_no is not null\
            """;

    private final Pool pool;

    PostgresBalances(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Balance>> of(int cycle) {
        return pool.preparedQuery(SELECT).execute(Tuple.of(cycle)).map(PostgresBalances::balances);
    }

    private static Map<String, Balance> balances(RowSet<Row> rows) {
        Map<String, Balance> balances = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            balances.put(row.getString(0), new Balance(row.getLong(1), row.getLong(2)));
        }
        return balances;
    }
}
