package io.credithub.store.bank;

import io.credithub.domain.completion.ResidentId;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.BankAct;
import io.credithub.store.connection.FreeText;
import io.credithub.store.teacher.DecidedJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;

/// Writes the rows of acts of the bank: each is one row added, or the end set on one that has none
/// yet. What a unique index forbids is not added, and shows as no row.
record BankActWriter(SqlConnection connection) {
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
            insert into decided_year (id, teacher_id, granted_by, school_year, recognised, qualified,
                figures)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing\
            """;

    private static final String CONFIRM =
            """
            insert into year_confirmation (id, teacher_id, granted_by, decision, reason, held)
            values ($1, $2, $3, $4, $5, $6)\
            """;

    private static final String REOPEN =
            """
            update decided_year set ended_at = now(), ended_by = $2, reason = $4
            where teacher_id = $1 and school_year = $3 and ended_at is null\
            """;

    private static final String LEND =
            """
            insert into loan (id, teacher_id, granted_by, school_year, credits, owed, policy_id, line)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing\
            """;

    private static final String GIVE_BACK =
            """
            update loan set ended_at = now(), ended_by = $3
            where id = $1 and teacher_id = $2 and ended_at is null\
            """;

    private static final String RESERVE =
            """
            insert into reservation (id, teacher_id, granted_by, cycle, credits, purpose, note)
            values ($1, $2, $3, $4, $5, $6, $7)\
            """;

    private static final String SETTLE =
            """
            update reservation set ended_at = now(), ended_by = $3, state = $4
            where id = $1 and teacher_id = $2 and ended_at is null\
            """;

    private static final String MARK =
            "update teacher set has_grants = true where id = $1 and not has_grants";

    /// @return false if no row was written
    Uni<Boolean> write(BankAct bankAct) {
        return switch (bankAct) {
            case BankAct.Exempt one -> grant(EXEMPT, one, exemption(one));
            case BankAct.EndExemption one -> run(END_EXEMPTION, of(one.act()));
            case BankAct.Decide one -> grant(DECIDE, one, decision(one));
            case BankAct.Confirm one ->
                    run(
                            CONFIRM,
                            of(
                                    one.act(),
                                    one.decision(),
                                    ResidentId.masked(one.reason()),
                                    DecidedJson.of(one.held())));
            case BankAct.Reopen one ->
                    run(
                            REOPEN,
                            Tuple.of(
                                    one.teacher(),
                                    one.act().by(),
                                    one.schoolYear(),
                                    ResidentId.masked(one.reason())));
            case BankAct.Lend one -> grant(LEND, one, loan(one));
            case BankAct.GiveBack one -> run(GIVE_BACK, of(one.act()));
            case BankAct.Reserve one -> run(RESERVE, reservation(one));
            case BankAct.Settle one -> run(SETTLE, of(one.act(), one.state().name()));
        };
    }

    private static Tuple exemption(BankAct.Exempt one) {
        String evidence = ResidentId.masked(one.evidence());
        return of(one.act(), one.kind(), one.schoolYear(), evidence);
    }

    private static Tuple reservation(BankAct.Reserve one) {
        return of(
                        one.act(),
                        one.asked().cycle(),
                        one.asked().credits().hundredths(),
                        one.asked().purpose().name())
                .addValue(FreeText.of(one.asked().note()));
    }

    private static Tuple decision(BankAct.Decide one) {
        return of(
                        one.act(),
                        one.year().schoolYear(),
                        one.year().recognised().hundredths(),
                        one.year().qualified())
                .addValue(DecidedJson.of(one.year().figures()));
    }

    private static Tuple loan(BankAct.Lend one) {
        return of(
                        one.act(),
                        one.loan().schoolYear(),
                        one.loan().credits().hundredths(),
                        one.owed().hundredths(),
                        one.moving().policy())
                .addValue(one.loan().line());
    }

    /// The act, and then the values.
    private static Tuple of(ActHeader act, Object... values) {
        Tuple tuple = Tuple.of(act.id(), act.teacher(), act.by());
        for (Object value : values) tuple.addValue(value);
        return tuple;
    }

    /// The teacher is marked as one who has something.
    private Uni<Boolean> grant(String sql, BankAct bankAct, Tuple values) {
        return run(sql, values)
                .call(() -> connection.preparedQuery(MARK).execute(Tuple.of(bankAct.teacher())));
    }

    private Uni<Boolean> run(String sql, Tuple values) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(SqlResult::rowCount)
                .map(n -> n > 0);
    }
}
