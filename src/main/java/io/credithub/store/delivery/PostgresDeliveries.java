package io.credithub.store.delivery;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.delivery.DeliveryShare;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.delivery.Difference;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.sealing.Sealed;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Deliveries by their counters, which every posting keeps current.
@ApplicationScoped
public class PostgresDeliveries implements Deliveries {
    private static final String REJECTED =
            """
            select distinct position from finding
            where delivery_id = $1 and code like 'HUB-1%' order by position limit $2\
            """;

    private static final Map<String, FindingCode> CODES = new HashMap<>();

    static {
        for (FindingCode code : FindingCode.values()) CODES.put(code.code(), code);
    }

    private final Pool pool;
    private final Snapshots snapshots;
    private final Sealed sealed;

    public PostgresDeliveries(Pool pool, Snapshots snapshots, Sealing sealing) {
        this.pool = pool;
        this.snapshots = snapshots;
        this.sealed = new Sealed(sealing);
    }

    @Override
    public Uni<Optional<DeliveryStatus>> find(long delivery) {
        return pool.preparedQuery(DeliveryStatusRows.SELECT + "where d.id = $1")
                .execute(Tuple.of(delivery))
                .map(rows ->
                        stream(rows).map(row -> DeliveryStatusRows.status(row, sealed)).findFirst())
                .chain(this::named);
    }

    private Uni<Optional<DeliveryStatus>> named(Optional<DeliveryStatus> found) {
        if (found.isEmpty() || !found.get().differs()) return Uni.createFrom().item(found);
        return rejected(pool, found.get().delivery())
                .map(positions -> Optional.of(found.get().withDifferences(positions)));
    }

    /// Where the first rejected records of a delivery stand.
    static Uni<List<Long>> rejected(SqlClient client, long delivery) {
        return client.preparedQuery(REJECTED)
                .execute(Tuple.of(delivery, Difference.POSITIONS_MAX))
                .map(rows -> stream(rows).map(row -> row.getLong(0)).toList());
    }

    @Override
    public Uni<List<DeliveryStatus>> list(@Nullable String feed, long before, int most) {
        return pool.preparedQuery(
                        DeliveryStatusRows.SELECT
                                + """
                                where d.id < $1 and ($2::text is null or f.code = $2)
                                order by d.id desc limit $3\
                                """)
                .execute(Tuple.from(Arrays.asList(before, feed, most)))
                .map(rows ->
                        stream(rows)
                                .map(row -> DeliveryStatusRows.status(row, sealed))
                                .map(status -> status.withDifferences(List.of()))
                                .toList());
    }

    @Override
    public Uni<List<DeliveryStatus>> differing(long after, int most) {
        return snapshots.read(
                connection -> new DifferingRows(connection, sealed).read(after, most));
    }

    @Override
    public Uni<List<DeliveryShare>> shares(Jurisdiction within, long before, int most) {
        return snapshots.read(connection ->
                connection
                        .preparedQuery(ShareRows.DELIVERIES)
                        .execute(Tuple.of(within.prefix(), before, most))
                        .map(rows -> RowReading.list(rows, ShareRows::delivery)));
    }

    @Override
    public Uni<List<NumberedFinding>> findings(long delivery, FindingPlace after, int most) {
        return pool.preparedQuery(FindingSql.ALL)
                .execute(Tuple.of(delivery, after.position(), after.number(), most))
                .map(rows -> stream(rows).map(PostgresDeliveries::finding).toList());
    }

    /// @param row of [FindingSql]
    public static NumberedFinding finding(Row row) {
        FindingCode code = CODES.get(row.getString("code"));
        if (code == null) throw new IllegalStateException("no finding " + row.getString("code"));
        Finding finding = new Finding(code, row.getString("field"), row.getString("value"));
        return new NumberedFinding(
                row.getLong("id"),
                new FindingAt(row.getLong("position"), row.getString("record_id"), finding));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
