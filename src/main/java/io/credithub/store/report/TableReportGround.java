package io.credithub.store.report;

import io.credithub.flow.report.table.TableReportBasis;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/// Reads the head of the ledger, in the snapshot of a connection.
final class TableReportGround {
    private static final String HEAD =
            "select rulebook, matching, roster_version, last_seq from ledger_head";

    private TableReportGround() {}

    static Uni<TableReportBasis> read(SqlConnection connection) {
        return connection.query(HEAD).execute().map(rows -> basis(rows.iterator().next()));
    }

    private static TableReportBasis basis(Row row) {
        return new TableReportBasis(
                row.getInteger("rulebook"),
                row.getLong("matching"),
                row.getLong("roster_version"),
                row.getLong("last_seq"));
    }
}
