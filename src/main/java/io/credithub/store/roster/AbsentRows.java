package io.credithub.store.roster;

import io.credithub.flow.roster.RosterReport.Absent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Teachers whom a roster leaves out, found by reading all of its divisions, some at a time.
record AbsentRows(SqlConnection connection) {
    private static final int ROWS = 20_000;

    private static final String SOME =
            """
            select id, teacher_no from teacher
            where id > $1 and division_code = any($2) and status <> 'LEFT'
            order by id limit $3\
            """;

    Uni<Absent> of(Set<String> divisions, BitSet seen) {
        return new Search(divisions.toArray(String[]::new), seen).all();
    }

    private final class Search {
        private final String[] divisions;
        private final BitSet seen;
        private final List<String> listed = new ArrayList<>();
        private long count;
        private int last;

        Search(String[] divisions, BitSet seen) {
            this.divisions = divisions;
            this.seen = seen;
        }

        Uni<Absent> all() {
            return Uni.createFrom()
                    .deferred(() ->
                            connection.preparedQuery(SOME).execute(Tuple.of(last, divisions, ROWS)))
                    .map(this::take)
                    .repeat()
                    .whilst(more -> more)
                    .collect()
                    .last()
                    .map(_ -> new Absent(count, listed));
        }

        private boolean take(RowSet<Row> rows) {
            for (Row row : rows) {
                last = row.getInteger(0);
                if (seen.get(last)) continue;
                count++;
                String number = row.getString(1);
                if (number != null && listed.size() < Absent.LISTED_MAX) listed.add(number);
            }
            return rows.size() == ROWS;
        }
    }
}
