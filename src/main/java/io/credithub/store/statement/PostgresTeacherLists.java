package io.credithub.store.statement;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.statement.TeacherLists;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists from the rows that are kept.
@ApplicationScoped
public class PostgresTeacherLists implements TeacherLists {
    private final Pool pool;

    public PostgresTeacherLists(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ListedTeacher>> page(
            TeacherFilter filter, ListOrder order, @Nullable ListPlace after, int most) {
        ListSql question = new ListSql(filter);
        return pool.preparedQuery(question.page(order, after, most))
                .execute(question.values())
                .map(rows -> RowReading.list(rows, PostgresTeacherLists::teacher));
    }

    @Override
    public Uni<Map<TeacherVerdict, Long>> counts(TeacherFilter filter) {
        return counts(pool, filter);
    }

    static Uni<Map<TeacherVerdict, Long>> counts(SqlClient client, TeacherFilter filter) {
        ListSql question = new ListSql(filter);
        String counts = question.isCounted() ? question.keptCounts() : question.rowCounts();
        return client.preparedQuery(counts)
                .execute(question.values())
                .map(rows -> {
                    Map<TeacherVerdict, Long> found = new EnumMap<>(TeacherVerdict.class);
                    for (Row row : rows) {
                        found.put(
                                TeacherVerdict.of(row.getInteger("verdict")),
                                row.getLong("teachers"));
                    }
                    return found;
                });
    }

    static ListedTeacher teacher(Row row) {
        return new ListedTeacher(
                row.getInteger("teacher_id"),
                row.getString("teacher_no"),
                row.getString("name"),
                row.getString("division"),
                row.getString("school"),
                row.getString("school_name"),
                row.getString("state"),
                VerdictRows.figures(row));
    }
}
