package io.credithub.store.delivery;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.ledger.Posting;
import io.credithub.store.sql.ArrayParameters;
import io.credithub.store.sql.BatchSender;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Keeps the list of rejected records: a first judgement adds to it, a replay strikes out what it
/// has taken and notes what is wrong with the rest today.
public final class RejectionRows {
    private static final String ADD =
            """
            insert into rejection (delivery_id, position, codes, due)
            select $4, * from unnest($1::int8[], $2::text[], $3::date[])\
            """;

    private static final String NOTE =
            """
            update rejection r set codes = n.codes, due = n.due
            from unnest($1::int8[], $2::text[], $3::date[]) as n (position, codes, due)
            where r.delivery_id = $4 and r.position = n.position\
            """;

    private static final String TAKE =
            """
            with taken as (
                update rejection r set replayed_by = $2
                from unnest($3::int8[]) as n (position)
                where r.delivery_id = $1 and r.position = n.position and r.replayed_by is null
                returning 1)
            update delivery set replayed = replayed + (select count(*) from taken) where id = $1\
            """;

    private final SqlConnection connection;
    private final Posting posting;

    public RejectionRows(SqlConnection connection, Posting posting) {
        this.connection = connection;
        this.posting = posting;
    }

    /// @param due the first day on which a completion date is no longer in the future
    private record Rejected(long position, String codes, @Nullable LocalDate due) {}

    /// Not sent yet.
    public List<Uni<Void>> statements() {
        Posting.Finished finished = posting.chunk();
        if (finished == null) return List.of();
        LandedChunk chunk = finished.chunk();
        LandedChunk.ReplayedChunk replay = chunk.replay();
        List<Rejected> rejected = rejected();
        if (replay == null) return List.of(send(ADD, rejected, chunk.ref().delivery()));
        TreeSet<Long> taken = new TreeSet<>(replay.positions());
        for (Rejected one : rejected) taken.remove(one.position());
        Tuple strike =
                Tuple.of(replay.original(), chunk.ref().delivery())
                        .addArrayOfLong(taken.toArray(Long[]::new));
        return List.of(
                send(NOTE, rejected, replay.original()),
                connection.preparedQuery(TAKE).execute(strike).replaceWithVoid());
    }

    private Uni<Void> send(String sql, List<Rejected> rejected, long delivery) {
        return new BatchSender(connection)
                .send(
                        sql,
                        rejected,
                        rows ->
                                new ArrayParameters<>(rows)
                                        .longs(Rejected::position)
                                        .texts(Rejected::codes)
                                        .dates(Rejected::due)
                                        .plain(delivery)
                                        .tuple());
    }

    private List<Rejected> rejected() {
        Map<Long, List<Finding>> byPosition = new TreeMap<>();
        for (FindingAt found : posting.findings()) {
            if (!found.finding().code().rejects()) continue;
            byPosition
                    .computeIfAbsent(found.position(), _ -> new ArrayList<>(2))
                    .add(found.finding());
        }
        List<Rejected> rejected = new ArrayList<>(byPosition.size());
        byPosition.forEach((position, findings) ->
                rejected.add(new Rejected(position, codes(findings), due(findings))));
        return rejected;
    }

    private static String codes(List<Finding> findings) {
        TreeSet<String> codes = new TreeSet<>();
        for (Finding finding : findings) codes.add(finding.code().code());
        return String.join(",", codes);
    }

    private static @Nullable LocalDate due(List<Finding> findings) {
        for (Finding finding : findings) {
            boolean isDay =
                    finding.code() == FindingCode.FUTURE_DATE
                            && finding.field().equals("/completedOn");
            if (!isDay || finding.value() == null) continue;
            try {
                return LocalDate.parse(finding.value());
            } catch (DateTimeException _) {
                return null;
            }
        }
        return null;
    }
}
