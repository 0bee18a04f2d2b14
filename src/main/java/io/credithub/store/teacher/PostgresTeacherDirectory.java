package io.credithub.store.teacher;

import io.credithub.flow.recognition.TeacherDirectory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Teachers in the table `teacher`, by their numbers.
@ApplicationScoped
public class PostgresTeacherDirectory implements TeacherDirectory {
    private static final String FIND =
            """
            select teacher_no, name, coalesce(home_school_code, school_code) as school_code,
                answering_division
            from teacher where teacher_no = any($1)\
            """;

    private final Pool pool;

    PostgresTeacherDirectory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Colleague>> find(Collection<String> teacherNos) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(teacherNos.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Colleague> found = new HashMap<>();
                    for (Row row : rows) {
                        found.put(
                                row.getString("teacher_no"),
                                new Colleague(
                                        row.getString("name"),
                                        row.getString("school_code"),
                                        row.getString("answering_division")));
                    }
                    return found;
                });
    }
}
