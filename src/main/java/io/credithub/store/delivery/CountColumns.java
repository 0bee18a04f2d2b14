package io.credithub.store.delivery;

import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.RecordCounts;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/// The counts of a delivery, or of many added up: the columns have the same names. Whatever was
/// received and has no outcome yet is in an open chunk.
public final class CountColumns {
    private CountColumns() {}

    public static RecordCounts records(Row row, @Nullable Long declared, long undeclared) {
        long received = row.getLong("received");
        long accepted = row.getLong("accepted");
        long rejected = row.getLong("rejected");
        long duplicate = row.getLong("duplicate");
        long waiting = row.getLong("waiting");
        return new RecordCounts(
                declared,
                undeclared,
                received,
                accepted,
                rejected,
                duplicate,
                waiting,
                received - accepted - rejected - duplicate - waiting,
                new RecordCounts.Again(
                        row.getLong("replayed"), row.getLong("open"), row.getLong("under_way")));
    }

    public static HourCounts hours(Row row, Hours undeclared) {
        Long declared = row.getLong("declared_hours");
        return new HourCounts(
                declared == null ? null : new Hours(declared),
                undeclared,
                received(row),
                new Hours(row.getLong("accepted_hours")),
                new Hours(row.getLong("duplicate_hours")),
                new Hours(row.getLong("waiting_hours")));
    }

    /// Hours of the records that could be read.
    static Hours received(Row row) {
        long accepted = row.getLong("accepted_hours");
        return new Hours(accepted + row.getLong("duplicate_hours") + row.getLong("waiting_hours"));
    }
}
