package io.credithub.store.report;

import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.flow.recompute.Recomputation.RecomputationKind;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.report.impact.RuleImpactFigures;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.rules.CycleChanges;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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
                        RowReading.all(
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
                        RowReading.all(
                                connection, CycleChanges.COUNTIES, there, CycleChanges::county),
                        RowReading.all(
                                connection,
                                RuleImpactSql.VERDICTS,
                                there,
                                PostgresRuleImpactFigures::verdict),
                        RowReading.all(
                                connection, RuleImpactSql.BIGGEST, some, CycleChanges::change),
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
        return RowReading.all(
                connection,
                RuleImpactSql.POLICIES,
                Tuple.of(id),
                PostgresRuleImpactFigures::policy);
    }

    private static Uni<List<Long>> unjudged(SqlConnection connection, Tuple there) {
        return RowReading.all(
                connection, RuleImpactSql.UNJUDGED, there, row -> row.getLong("records"));
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

    private static ImpactVerdict verdict(Row row) {
        return new ImpactVerdict(
                row.getInteger("cycle"),
                Verdict.valueOf(row.getString("verdict_before")),
                Verdict.valueOf(row.getString("verdict_after")),
                row.getLong("cycles"));
    }
}
