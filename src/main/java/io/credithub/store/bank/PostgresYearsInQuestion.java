package io.credithub.store.bank;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.YearsInQuestion;
import io.credithub.flow.teacher.Registry.Kept;
import io.credithub.store.teacher.AccountRows;
import io.credithub.store.teacher.PostgresRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/// Found by an index of those in question, which are few.
@Singleton
public class PostgresYearsInQuestion implements YearsInQuestion {
    /// Years have four digits: so one number orders teachers and their cycles.
    private static final long TEACHER = 10_000;

    private static final String LIST =
            """
            select %s, s.cycle, s.policy_id, s.tally
            from standing s join teacher t on t.id = s.teacher_id
            where s.in_question > 0 and starts_with(t.answering_division, $1)
                and s.teacher_id::int8 * %d + s.cycle > $2
            order by s.teacher_id, s.cycle limit $4\
            """
                    .formatted(PostgresRegistry.TEACHER_COLUMNS, TEACHER);

    private final Pool pool;

    PostgresYearsInQuestion(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<QuestionedCycle>> list(Jurisdiction within, long after, int most) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(within.prefix(), after, null, most))
                .map(rows ->
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(PostgresYearsInQuestion::cycle)
                                .toList());
    }

    private static QuestionedCycle cycle(Row row) {
        int cycle = row.getInteger("cycle");
        return new QuestionedCycle(
                row.getInteger("id") * TEACHER + cycle,
                PostgresRegistry.teacher(row),
                cycle,
                new Kept(row.getInteger("policy_id"), AccountRows.tally(row)));
    }
}
