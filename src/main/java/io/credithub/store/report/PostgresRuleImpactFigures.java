package io.credithub.store.report;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.CycleAmounts;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputation.TeacherChange;
import io.credithub.flow.report.impact.RuleImpactFigures;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is kept of a recomputation, in one snapshot.
@Singleton
public class PostgresRuleImpactFigures implements RuleImpactFigures {
    private final Snapshots snapshots;

    public PostgresRuleImpactFigures(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<Optional<RuleImpact>> read(RuleImpactQuestion question) {
        return snapshots.read(
                question.basis().asOf(),
                connection ->
                        all(
                                        connection,
                                        RuleImpactSql.CASE,
                                        Tuple.of(question.id()),
                                        PostgresRuleImpactFigures::about)
                                .chain(found ->
                                        found.isEmpty()
                                                ? Uni.createFrom().item(Optional.empty())
                                                : impact(connection, question, found.getFirst())
                                                        .map(Optional::of)));
    }

    private static Uni<RuleImpact> impact(
            SqlConnection connection, RuleImpactQuestion question, ImpactCase about) {
        Tuple there = Tuple.of(question.id(), question.within().prefix());
        Tuple some = Tuple.of(question.id(), question.within().prefix(), question.most());
        return Uni.combine()
                .all()
                .unis(
                        PostgresBasisReading.read(connection, question.basis()),
                        policies(connection, question.id()),
                        all(
                                connection,
                                RuleImpactSql.COUNTIES,
                                there,
                                PostgresRuleImpactFigures::county),
                        all(
                                connection,
                                RuleImpactSql.VERDICTS,
                                there,
                                PostgresRuleImpactFigures::verdict),
                        all(
                                connection,
                                RuleImpactSql.BIGGEST,
                                some,
                                PostgresRuleImpactFigures::change),
                        unjudged(connection, there))
                .usingConcurrencyOf(1)
                .with((basis, policies, counties, verdicts, biggest, unjudged) ->
                        new RuleImpact(
                                basis,
                                about,
                                policies,
                                counties,
                                verdicts,
                                biggest,
                                unjudged.getFirst()));
    }

    private static Uni<List<ImpactPolicy>> policies(SqlConnection connection, int id) {
        return all(
                connection,
                RuleImpactSql.POLICIES,
                Tuple.of(id),
                PostgresRuleImpactFigures::policy);
    }

    private static Uni<List<Long>> unjudged(SqlConnection connection, Tuple there) {
        return all(connection, RuleImpactSql.UNJUDGED, there, row -> row.getLong("records"));
    }

    private static <T> Uni<List<T>> all(
            SqlConnection connection, String sql, Tuple values, Function<Row, T> reading) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> RowReading.list(rows, reading));
    }

    private static ImpactCase about(Row row) {
        return new ImpactCase(
                row.getInteger("id"),
                RecomputationKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                RowReading.instant(row, "asked_at"),
                row.getString("asked_by"),
                RecomputationState.valueOf(row.getString("state")),
                row.getInteger("against"),
                row.getInteger("teachers"),
                row.getInteger("done"),
                row.getInteger("rulebook_id"));
    }

    private static ImpactPolicy policy(Row row) {
        return new ImpactPolicy(
                row.getString("code"), row.getString("before"), row.getString("after"));
    }

    private static County county(Row row) {
        return new County(
                row.getString("division"),
                row.getLong("cycles"),
                row.getLong("awards"),
                row.getLong("gaining"),
                row.getLong("losing"),
                credits(row, "earned_before"),
                credits(row, "earned_after"),
                credits(row, "recognised_before"),
                credits(row, "recognised_after"),
                row.getLong("newly_qualified"),
                row.getLong("no_longer_qualified"));
    }

    private static ImpactVerdict verdict(Row row) {
        return new ImpactVerdict(
                row.getInteger("cycle"),
                Verdict.valueOf(row.getString("verdict_before")),
                Verdict.valueOf(row.getString("verdict_after")),
                row.getLong("cycles"));
    }

    private static TeacherChange change(Row row) {
        return new TeacherChange(
                row.getInteger("teacher_id"),
                row.getString("teacher_no"),
                row.getInteger("cycle"),
                row.getString("division"),
                row.getInteger("awards"),
                amounts(row, "before"),
                amounts(row, "after"));
    }

    private static CycleAmounts amounts(Row row, String when) {
        return new CycleAmounts(
                credits(row, "earned_" + when),
                credits(row, "recognised_" + when),
                Verdict.valueOf(row.getString("verdict_" + when)));
    }

    private static Credits credits(Row row, String column) {
        return new Credits(row.getLong(column));
    }
}
