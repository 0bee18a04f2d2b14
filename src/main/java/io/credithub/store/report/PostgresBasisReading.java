package io.credithub.store.report;

import io.credithub.domain.Narrow;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.BasisReading;
import io.credithub.flow.report.head.ReportBasis;
import io.credithub.flow.report.head.ReportBasis.LookedAt;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The head of the ledger, and the last run of reconciliation that looked at all of a scope.
@Singleton
public class PostgresBasisReading implements BasisReading {
    private final Snapshots snapshots;

    public PostgresBasisReading(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Uni<ReportBasis> read(BasisQuestion question) {
        return snapshots.read(question.asOf(), connection -> read(connection, question));
    }

    /// In the snapshot of the figures that rest on it.
    static Uni<ReportBasis> read(SqlConnection connection, BasisQuestion question) {
        Integer year = question.schoolYear();
        Tuple values =
                Tuple.tuple()
                        .addArrayOfString(question.coveredBy().toArray(String[]::new))
                        .addShort(year == null ? null : Narrow.toShort(year))
                        .addOffsetDateTime(question.asOf().atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(BasisSql.BASIS)
                .execute(values)
                .map(rows -> basis(rows.iterator().next()));
    }

    private static ReportBasis basis(Row row) {
        return new ReportBasis(
                row.getLong("last_seq"),
                row.getLong("last_block"),
                HexFormat.of().formatHex(row.getBuffer("last_hash").getBytes()),
                row.getLong("roster_version"),
                row.getLong("matching"),
                row.getInteger("rulebook"),
                run(row));
    }

    private static @Nullable LookedAt run(Row row) {
        Integer run = row.getInteger("run_id");
        if (run == null) return null;
        return new LookedAt(run, RowReading.instant(row, "finished_at"), ledgerLine(row));
    }

    /// Of a run that noted none: it had seen nothing.
    private static long ledgerLine(Row row) {
        Long seq = row.getLong("ledger_seq");
        return seq == null ? 0 : seq;
    }
}
