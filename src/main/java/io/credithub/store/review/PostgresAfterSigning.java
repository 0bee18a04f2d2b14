package io.credithub.store.review;

import io.credithub.domain.Narrow;
import io.credithub.domain.Sha256;
import io.credithub.domain.review.SignedTotals.FigureChange;
import io.credithub.flow.report.year.AfterSigning;
import io.credithub.flow.report.year.YearFigures.YearScope;
import io.credithub.flow.review.SignOffManifest;
import io.credithub.flow.rules.Policies;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.review.CountyReading.CountyTotals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A county's school year against what was signed of it last, in one snapshot.
@Singleton
public class PostgresAfterSigning implements AfterSigning {
    private final Snapshots snapshots;
    private final Policies policies;

    public PostgresAfterSigning(Snapshots snapshots, Policies policies) {
        this.snapshots = snapshots;
        this.policies = policies;
    }

    @Override
    public Uni<Optional<SignedAdjustments>> since(YearScope scope, Instant asOf) {
        if (!scope.isCounty()) return Uni.createFrom().item(Optional.empty());
        Tuple asked =
                Tuple.of(scope.within().divisionCode())
                        .addShort(Narrow.toShort(scope.schoolYear()));
        return snapshots.read(
                asOf,
                connection ->
                        connection
                                .preparedQuery(SignOffSql.SIGNED)
                                .execute(asked)
                                .chain(rows -> compared(connection, scope, rows)));
    }

    private Uni<Optional<SignedAdjustments>> compared(
            SqlConnection connection, YearScope scope, RowSet<Row> rows) {
        if (rows.size() == 0) return Uni.createFrom().item(Optional.empty());
        byte[] manifest = rows.iterator().next().getBuffer("manifest").getBytes();
        int year = scope.schoolYear();
        int cycle = policies.inForce().policy().cycleOfSchoolYear(year);
        return new CountyReading(connection, scope.within().divisionCode(), year, cycle)
                .totals()
                .map(now -> compared(manifest, now));
    }

    private static Optional<SignedAdjustments> compared(byte[] manifest, CountyTotals now) {
        SignOffManifest signed = SignOffManifest.read(manifest);
        List<FigureChange> changes = signed.amounts().changes(now.totals(), now.pending() == 0);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SignedAdjustments(signed.version(), Sha256.hex(manifest), changes));
    }
}
