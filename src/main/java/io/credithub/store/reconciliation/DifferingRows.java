package io.credithub.store.reconciliation;

import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.Difference;
import io.credithub.store.delivery.DeliveryStatusRows;
import io.credithub.store.sealing.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Deliveries that declare what was not received so, with the rejected records behind it.
public record DifferingRows(SqlClient client, Sealed sealed) {
    /// In the order of their numbers.
    public Uni<List<DeliveryStatus>> read(long after, int most) {
        return client.preparedQuery(ReconciliationSql.DIFFERING)
                .execute(Tuple.of(after, most))
                .map(rows -> DivisionRows.list(rows, row -> DeliveryStatusRows.status(row, sealed)))
                .chain(this::named);
    }

    private Uni<List<DeliveryStatus>> named(List<DeliveryStatus> differing) {
        Long[] ids = differing.stream().map(DeliveryStatus::delivery).toArray(Long[]::new);
        return client.preparedQuery(ReconciliationSql.REJECTED)
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
