package io.credithub.store.delivery;

import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.Difference;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Deliveries that declare what was not received so, with the rejected records behind it.
public record DifferingRows(SqlClient client, Sealed sealed) {
    private static final String DIFFERS =
            """
            (d.declared_records <> d.received
                or d.finished_at is not null and (d.declared_persons <> d.persons
                    or d.declared_hours <>
                        d.accepted_hours + d.duplicate_hours + d.waiting_hours))
            """;

    /// After `$1`, at most `$2`.
    private static final String DIFFERING =
            DeliveryStatusRows.SELECT + "where d.id > $1 and " + DIFFERS + "order by d.id limit $2";

    public static final String IN_ALL = "select count(*) from delivery d where " + DIFFERS;

    private static final String REJECTED =
            """
            select delivery_id, array_agg(position order by position) as positions
            from unnest($1::int8[]) as k (id)
            cross join lateral (
                select distinct delivery_id, position from finding
                where delivery_id = k.id and code like 'HUB-1%' order by position limit $2) p
            group by delivery_id\
            """;

    /// In the order of their numbers.
    public Uni<List<DeliveryStatus>> read(long after, int most) {
        return client.preparedQuery(DIFFERING)
                .execute(Tuple.of(after, most))
                .map(rows -> RowReading.list(rows, row -> DeliveryStatusRows.status(row, sealed)))
                .chain(this::named);
    }

    private Uni<List<DeliveryStatus>> named(List<DeliveryStatus> differing) {
        Long[] ids = differing.stream().map(DeliveryStatus::delivery).toArray(Long[]::new);
        return client.preparedQuery(REJECTED)
                .execute(Tuple.of(ids, Difference.POSITIONS_MAX))
                .map(rows -> {
                    Map<Long, List<Long>> rejected = new HashMap<>();
                    for (Row row : rows) {
                        rejected.put(
                                row.getLong("delivery_id"),
                                List.of(row.getArrayOfLongs("positions")));
                    }
                    return differing.stream()
                            .map(one ->
                                    one.withDifferences(
                                            rejected.getOrDefault(one.delivery(), List.of())))
                            .toList();
                });
    }
}
