package io.credithub.store.breaks;

import io.credithub.domain.Narrow;
import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.Discrepancy;
import io.credithub.domain.reconcile.MatchingRules;
import io.credithub.flow.breaks.BreakQuestion;
import io.credithub.flow.breaks.BreakScope;
import io.credithub.flow.breaks.DiscrepancySource;
import io.credithub.flow.programme.RegisterVersions;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.CursorScan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Records in force, set aside and held, in one pass over those that can differ.
@Singleton
public class RecordDifferences implements DiscrepancySource {
    private final Snapshots snapshots;
    private final RegisterVersions registers;

    public RecordDifferences(Snapshots snapshots, RegisterVersions registers) {
        this.snapshots = snapshots;
        this.registers = registers;
    }

    @Override
    public Set<BreakAspect> aspects() {
        return Set.of(BreakAspect.COPY, BreakAspect.FIGURE, BreakAspect.HOLD, BreakAspect.RECORD);
    }

    @Override
    public Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note) {
        return registers
                .at(question.matching())
                .chain(register ->
                        snapshots.read(connection ->
                                SharedTitles.of(register, connection)
                                        .chain(titles ->
                                                find(connection, question, titles, note))));
    }

    private static Uni<Void> find(
            SqlConnection connection,
            BreakQuestion question,
            SharedTitles titles,
            Function<List<Discrepancy>, Uni<Void>> note) {
        CandidateRows candidates = new CandidateRows(question.rules().breaks(), titles);
        return new CursorScan(connection)
                .each(
                        "candidates",
                        RecordSql.CANDIDATES,
                        values(question, titles),
                        rows -> note.apply(candidates.read(rows)));
    }

    private static Tuple values(BreakQuestion question, SharedTitles titles) {
        BreakScope scope = question.scope();
        MatchingRules rules = question.rules();
        return Tuple.of(scope.within().prefix())
                .addShort(PostgresBreakRuns.year(scope.schoolYear()))
                .addString(question.today().calendar().zone().getId())
                .addArrayOfShort(levels(rules.breaks().evidenceLevels()))
                .addInteger(rules.breaks().lateDays())
                .addInteger(rules.alikeDays())
                .addInteger(rules.alikeHoursPercent())
                .addArrayOfInteger(titles.numbers());
    }

    private static Short[] levels(Set<Level> levels) {
        Short[] codes = new Short[levels.size()];
        int next = 0;
        for (Level level : levels) codes[next++] = Narrow.toShort(level.code());
        return codes;
    }
}
