package io.credithub.store.report;

import io.credithub.flow.report.year.RollUpFigures;
import io.credithub.flow.report.year.StatementFigures;
import io.credithub.flow.report.year.YearFigures;
import io.credithub.store.connection.Snapshots;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Statements and roll-ups, each counted in one snapshot: while postings go on, its sections still
/// belong together.
@ApplicationScoped
public class PostgresYearFigures implements YearFigures {
    private final Snapshots snapshots;

    public PostgresYearFigures(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<StatementFigures> statement(YearScope scope, Instant asOf) {
        return snapshots.read(asOf, connection -> new YearMoment(connection, scope).statement());
    }

    @Override
    public Uni<RollUpFigures> rollUp(YearScope scope, Instant asOf) {
        return snapshots.read(asOf, connection -> new YearMoment(connection, scope).rollUp());
    }
}
