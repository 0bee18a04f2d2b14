package io.credithub.store.delivery;

import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.HourCounts;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.delivery.PersonCounts;
import io.credithub.flow.delivery.RecordCounts;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of `delivery` with the code of their feed, as what has become of them.
public final class DeliveryStatusRows {
    /// What fails just now is told of nobody's past.
    private static final String BROKEN =
            """
            case when d.finished_at is null then (select count(*) from chunk c
                    where c.delivery_id = d.id and not c.done and c.broken_at is not null)
                    else 0 end\
            """;

    private static final String ROWS =
            """
            select d.id, f.code, d.feed_id, d.reference, d.sha256, d.sha256_sealed, d.head_key,
                d.bytes, d.charset, d.stated_at, d.landed_at,
                d.finished_at, d.chunks, d.chunks_done, d.declared_records, d.declared_persons,
                d.declared_hours, d.received, d.accepted, d.rejected, d.duplicate, d.waiting,
                d.accepted_hours, d.duplicate_hours, d.waiting_hours, d.persons, d.replayed, d.findings_more,
                d.rejected - d.replayed as open, d.replay_of, d.asked_by, d.asked_reason,
                coalesce((select r.received from delivery r
                    where r.replay_of = d.id and r.finished_at is null), 0) as under_way,
                array(select r.id from delivery r where r.replay_of = d.id order by r.id desc
                    limit 20) as replays,
                %s as chunks_broken
            from delivery d join feed f on f.id = d.feed_id
            """;

    public static final String SELECT = ROWS.formatted(BROKEN);

    /// The same of a moment that has passed, without what breaks.
    static final String KNOWN = ROWS.formatted("0::int8");

    private DeliveryStatusRows() {}

    public static DeliveryStatus status(Row row, Sealed sealed) {
        return new DeliveryStatus(
                row.getLong("id"),
                row.getString("code"),
                sealed.reference(row),
                sealed.sha256(row),
                row.getLong("bytes"),
                row.getString("charset"),
                RowReading.instantOrNull(row, "stated_at"),
                RowReading.instant(row, "landed_at"),
                RowReading.instantOrNull(row, "finished_at"),
                row.getInteger("chunks"),
                row.getInteger("chunks_done"),
                Math.toIntExact(row.getLong("chunks_broken")),
                records(row),
                persons(row),
                hours(row),
                List.of(),
                replay(row),
                List.of(row.getArrayOfLongs("replays")),
                row.getLong("findings_more"));
    }

    private static DeliveryStatus.@Nullable ReplayStatus replay(Row row) {
        Long original = row.getLong("replay_of");
        if (original == null) return null;
        return new DeliveryStatus.ReplayStatus(
                original, row.getString("asked_by"), row.getString("asked_reason"));
    }

    private static RecordCounts records(Row row) {
        Long declared = row.getLong("declared_records");
        return CountColumns.records(row, declared, declared == null ? row.getLong("received") : 0);
    }

    private static PersonCounts persons(Row row) {
        Long declared = row.getLong("declared_persons");
        Long persons = row.getLong("persons");
        long received = persons == null ? 0 : persons;
        return new PersonCounts(declared, declared == null ? received : 0, received);
    }

    private static HourCounts hours(Row row) {
        boolean isDeclared = row.getLong("declared_hours") != null;
        return CountColumns.hours(row, isDeclared ? new Hours(0) : CountColumns.received(row));
    }
}
