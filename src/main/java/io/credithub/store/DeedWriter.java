package io.credithub.store;

import io.credithub.flow.Deed;
import io.credithub.flow.Deed.Act;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

/// Writes acts of the bank down: each is one row added, or the end set on one that has none yet.
/// What a unique index forbids is not added, and shows as no row.
record DeedWriter(SqlConnection connection) {
    private static final String EXEMPT =
            """
            insert into exemption (id, teacher_id, granted_by, kind, school_year, evidence)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing\
            """;

    private static final String END_EXEMPTION =
            """
            update exemption set ended_at = now(), ended_by = $3
            where id = $1 and teacher_id = $2 and ended_at is null\
            """;

    private static final String DECIDE =
            """
            insert into decided_year (id, teacher_id, granted_by, school_year, recognised, qualified)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing\
            """;

    private static final String REOPEN =
            """
            update decided_year set ended_at = now(), ended_by = $2, reason = $4
            where teacher_id = $1 and school_year = $3 and ended_at is null\
            """;

    private static final String MARK =
            "update teacher set has_grants = true where id = $1 and not has_grants";

    /// @return whether a row was written
    Uni<Boolean> write(Deed deed) {
        return switch (deed) {
            case Deed.Exempt one ->
                    grant(EXEMPT, one, of(one.act(), one.kind(), one.schoolYear(), one.evidence()));
            case Deed.EndExemption one -> run(END_EXEMPTION, of(one.act()));
            case Deed.Decide one ->
                    grant(
                            DECIDE,
                            one,
                            of(
                                    one.act(),
                                    one.year().schoolYear(),
                                    one.year().recognised().hundredths(),
                                    one.year().qualified()));
            case Deed.Reopen one ->
                    run(
                            REOPEN,
                            Tuple.of(
                                    one.teacher(), one.act().by(), one.schoolYear(), one.reason()));
        };
    }

    /// The act, and then the values.
    private static Tuple of(Act act, Object... values) {
        Tuple tuple = Tuple.of(act.id(), act.teacher(), act.by());
        for (Object value : values) tuple.addValue(value);
        return tuple;
    }

    /// The teacher is marked as one who has something.
    private Uni<Boolean> grant(String sql, Deed deed, Tuple values) {
        return run(sql, values)
                .call(() -> connection.preparedQuery(MARK).execute(Tuple.of(deed.teacher())));
    }

    private Uni<Boolean> run(String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(SqlResult::rowCount)
                .map(n -> n > 0);
    }
}
