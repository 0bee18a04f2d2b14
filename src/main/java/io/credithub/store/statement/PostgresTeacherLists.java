package io.credithub.store.statement;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.statement.TeacherLists;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
    public Uni<CountedPage> page(
            TeacherFilter filter, ListOrder order, @Nullable ListPlace after, int most) {
        if (filter.name() != null) return named(filter, order, after, most);
        ListSql question = new ListSql(filter);
        Uni<List<ListedTeacher>> teachers =
                pool.preparedQuery(question.page(order, after, most))
                        .execute(question.values())
                        .map(rows -> RowReading.list(rows, PostgresTeacherLists::teacher));
        return Uni.combine().all().unis(teachers, counts(pool, filter)).with(CountedPage::new);
    }

    private Uni<CountedPage> named(
            TeacherFilter filter, ListOrder order, @Nullable ListPlace after, int most) {
        ListSql question = new ListSql(filter);
        return pool.preparedQuery(question.namedPage(order, after, most))
                .execute(question.values())
                .map(rows -> {
                    List<ListedTeacher> teachers = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        if (row.getInteger("teacher_id") != null) teachers.add(teacher(row));
                    }
                    return new CountedPage(teachers, named(rows.iterator().next()));
                });
    }

    private static Map<TeacherVerdict, Long> named(Row row) {
        Map<TeacherVerdict, Long> found = new EnumMap<>(TeacherVerdict.class);
        Short[] verdicts = row.getArrayOfShorts("verdicts");
        Long[] numbers = row.getArrayOfLongs("numbers");
        if (verdicts == null || numbers == null) return found;
        for (int i = 0; i < verdicts.length; i++) {
            found.put(TeacherVerdict.of(verdicts[i]), numbers[i]);
        }
        return found;
    }

    /// How many there are of each verdict, whatever verdict the filter names; none where nobody is.
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
