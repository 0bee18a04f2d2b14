package io.credithub.store.hold;

import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.hold.Hold;
import io.credithub.flow.hold.Hold.HeldSide;
import io.credithub.flow.hold.Hold.HoldFile;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldState;
import io.credithub.flow.hold.Holds;
import io.credithub.store.connection.Snapshots;
import io.credithub.store.feed.FeedNumbers;
import io.credithub.store.hold.HoldRows.HalfHold;
import io.credithub.store.sql.ArrayParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Held records and the other sides of them, each list in one snapshot.
@ApplicationScoped
public class PostgresHolds implements Holds {
    private static final int HISTORY_MAX = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Snapshots snapshots;
    private final FeedNumbers feeds;
    private final HoldRows rows;

    public PostgresHolds(Snapshots snapshots, FeedNumbers feeds) {
        this.snapshots = snapshots;
        this.feeds = feeds;
        this.rows = new HoldRows(feeds);
    }

    @Override
    public Uni<List<PlacedHold>> list(HoldFilter filter, @Nullable HoldCursor after, int most) {
        boolean isOpen = filter.state() == HoldState.OPEN;
        return feeds.learned()
                .chain(() ->
                        snapshots.read(connection ->
                                connection
                                        .preparedQuery(
                                                isOpen ? HeldRecordSql.OPEN : HeldRecordSql.DECIDED)
                                        .execute(parameters(filter, after, most))
                                        .chain(found -> whole(connection, rows.halves(found)))));
    }

    private Tuple parameters(HoldFilter filter, @Nullable HoldCursor after, int most) {
        boolean isOpen = filter.state() == HoldState.OPEN;
        Jurisdiction part = filter.division();
        List<HoldReason> reasons = filter.reasons().stream().sorted().toList();
        Tuple parameters =
                Tuple.of(
                        filter.within().prefix(),
                        part == null ? "" : part.prefix(),
                        new ArrayParameters<>(reasons).ints(HoldReason::code).tuple().getValue(0));
        parameters.addInteger(filter.feed() == null ? null : feeds.number(filter.feed()));
        parameters.addString(filter.teacherNo());
        long first = isOpen ? 0 : Long.MAX_VALUE;
        parameters.addLong(after == null ? first : after.number());
        parameters.addUUID(after == null ? FIRST : after.record());
        parameters.addInteger(most);
        if (!isOpen) parameters.addInteger(filter.state().decision().code());
        return parameters;
    }

    private Uni<List<PlacedHold>> whole(SqlConnection connection, List<HalfHold> halves) {
        return others(connection, halves)
                .map(sides -> {
                    List<PlacedHold> holds = new ArrayList<>(halves.size());
                    for (HalfHold half : halves) {
                        Hold hold = half.with(sides);
                        if (hold == null) continue;
                        boolean isOpen = hold.state() == HoldState.OPEN;
                        RecordVersion version = half.record().version();
                        long number = isOpen ? half.delivery() : half.decision();
                        UUID key = version.copy().key();
                        holds.add(new PlacedHold(new HoldCursor(number, key), hold));
                    }
                    return holds;
                });
    }

    private Uni<Map<UUID, HeldSide>> others(SqlConnection connection, List<HalfHold> halves) {
        List<UUID> peers =
                halves.stream().map(HalfHold::peer).filter(Objects::nonNull).distinct().toList();
        if (peers.isEmpty()) return Uni.createFrom().item(Map.of());
        return connection
                .preparedQuery(HeldRecordSql.SIDES)
                .execute(new ArrayParameters<>(peers).uuids(key -> key).tuple())
                .map(rows::byKey);
    }

    @Override
    public Uni<List<HoldCount>> summary(Jurisdiction within) {
        return snapshots.read(connection ->
                connection
                        .preparedQuery(HeldRecordSql.SUMMARY)
                        .execute(Tuple.of(within.prefix()))
                        .map(found -> {
                            List<HoldCount> counts = new ArrayList<>();
                            for (Row row : found) counts.add(HoldRows.count(row));
                            return counts;
                        }));
    }

    @Override
    public Uni<@Nullable HoldFile> find(UUID record, Jurisdiction within) {
        return feeds.learned()
                .chain(() -> snapshots.read(connection -> find(connection, record, within)));
    }

    private Uni<@Nullable HoldFile> find(
            SqlConnection connection, UUID record, Jurisdiction within) {
        return connection
                .preparedQuery(HeldRecordSql.ONE)
                .execute(Tuple.of(record, within.prefix()))
                .map(rows::halves)
                .chain(halves -> {
                    if (halves.isEmpty()) return Uni.createFrom().nullItem();
                    return others(connection, halves)
                            .map(halves.getFirst()::with)
                            .chain(hold -> file(connection, record, hold));
                });
    }

    private static Uni<@Nullable HoldFile> file(
            SqlConnection connection, UUID record, @Nullable Hold hold) {
        if (hold == null) return Uni.createFrom().nullItem();
        return connection
                .preparedQuery(HeldRecordSql.HISTORY)
                .execute(Tuple.of(record, HISTORY_MAX))
                .map(found -> new HoldFile(hold, decisions(found)));
    }

    private static List<PastDecision> decisions(RowSet<Row> found) {
        List<PastDecision> decisions = new ArrayList<>(found.size());
        for (Row row : found) decisions.add(Objects.requireNonNull(HoldRows.decision(row)));
        return decisions;
    }
}
