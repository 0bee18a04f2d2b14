package io.credithub.store.reconciliation;

import io.credithub.flow.reconciliation.TouchedTeachers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/// Teachers by the lines of the ledger that are newer than those that were looked at. Whoever looks
/// holds the row that says how far, without waiting for it; with the row goes the transaction that
/// keeps the progress.
@ApplicationScoped
public class PostgresTouchedTeachers implements TouchedTeachers {
    /// Many, since each stretch asks for each of its teachers once.
    private static final int LINES_MAX = 400_000;

    private static final String PROGRESS = "select seq from match_progress for update skip locked";

    private static final String KEEP = "update match_progress set seq = $1";

    /// Those of them who have two centralised trainings in force at one time, or something that is
    /// held or aside for a record of another family, or a record that people have decided about:
    /// each told from an index of little more than such rows. If two of many meet, two meet that
    /// are next to one another in the order of their first days: so each row is read once, and not
    /// each pair.
    private static final String TOUCHED =
            """
            with lines as (
                select seq, teacher_id from ledger_entry where seq > $1 order by seq limit $2)
            select (select max(seq) from lines) as seq, (
                select array_agg(t.id) from (select distinct teacher_id as id from lines) t
                where exists (
                        select from (
                            select least(started_on, completed_on) as first,
                                lag(completed_on) over (
                                    order by least(started_on, completed_on)) as before
                            from completion where teacher_id = t.id and state = 1 and form = 1
                                and started_on is not null) as places
                        where first <= before)
                    or exists (
                        select from completion h where h.teacher_id = t.id
                            and h.match_rule in (51, 57, 58))
                    or exists (
                        select from pair_decision d join completion c on c.record_key = d.first
                        where c.teacher_id = t.id and c.state = 1 and d.verdict = 1)) as teachers\
            """;

    private final Pool pool;

    public PostgresTouchedTeachers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> next(Function<List<Integer>, Uni<Void>> work) {
        return pool.withTransaction(connection ->
                connection
                        .query(PROGRESS)
                        .execute()
                        .chain(rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().item(false)
                                        : next(connection, seq(rows), work)));
    }

    private static long seq(RowSet<Row> rows) {
        return rows.iterator().next().getLong(0);
    }

    private static Uni<Boolean> next(
            SqlConnection connection, long after, Function<List<Integer>, Uni<Void>> work) {
        return connection
                .preparedQuery(TOUCHED)
                .execute(Tuple.of(after, LINES_MAX))
                .chain(rows -> {
                    Row found = rows.iterator().next();
                    Long last = found.getLong("seq");
                    if (last == null) return Uni.createFrom().item(false);
                    Integer[] teachers = found.getArrayOfIntegers("teachers");
                    Uni<Void> done =
                            teachers == null
                                    ? Uni.createFrom().voidItem()
                                    : work.apply(List.of(teachers));
                    return done.chain(() -> connection.preparedQuery(KEEP).execute(Tuple.of(last)))
                            .replaceWith(true);
                });
    }
}
