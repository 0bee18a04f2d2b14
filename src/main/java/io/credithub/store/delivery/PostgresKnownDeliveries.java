package io.credithub.store.delivery;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Deliveries.FindingPlace;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.KnownDeliveries;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Deliveries by the history of their counters.
@Singleton
public class PostgresKnownDeliveries implements KnownDeliveries {
    private final Snapshots snapshots;
    private final Sealed sealed;

    public PostgresKnownDeliveries(Snapshots snapshots, Sealing sealing) {
        this.snapshots = snapshots;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<Optional<DeliveryStatus>> find(long delivery, Instant asOf) {
        return snapshots.read(
                asOf,
                connection ->
                        connection
                                .preparedQuery(DeliveryStatusRows.KNOWN + "where d.id = $1")
                                .execute(Tuple.of(delivery))
                                .map(rows ->
                                        RowReading.list(
                                                        rows,
                                                        row ->
                                                                DeliveryStatusRows.status(
                                                                        row, sealed))
                                                .stream()
                                                .findFirst())
                                .chain(found -> named(connection, found)));
    }

    private static Uni<Optional<DeliveryStatus>> named(
            SqlConnection connection, Optional<DeliveryStatus> found) {
        if (found.isEmpty() || !found.get().differs()) return Uni.createFrom().item(found);
        return PostgresDeliveries.rejected(connection, found.get().delivery())
                .map(positions -> Optional.of(found.get().withDifferences(positions)));
    }

    @Override
    public Uni<Optional<DeliveryShare>> share(long delivery, Jurisdiction within, Instant asOf) {
        return snapshots.read(
                asOf,
                connection ->
                        connection
                                .preparedQuery(ShareRows.DELIVERIES)
                                .execute(Tuple.of(within.prefix(), delivery + 1, 1))
                                .map(rows ->
                                        RowReading.list(rows, ShareRows::delivery).stream()
                                                .filter(share -> share.delivery() == delivery)
                                                .findFirst()));
    }

    @Override
    public Uni<List<NumberedFinding>> findings(
            long delivery, FindingPlace after, int most, Instant asOf) {
        Tuple values = Tuple.of(delivery, after.position(), after.number(), most);
        return snapshots.read(
                asOf,
                connection ->
                        connection
                                .preparedQuery(FindingSql.ALL)
                                .execute(values)
                                .map(rows -> RowReading.list(rows, PostgresDeliveries::finding)));
    }
}
