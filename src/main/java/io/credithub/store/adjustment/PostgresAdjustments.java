package io.credithub.store.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.Narrow;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.Adjustment;
import io.credithub.flow.adjustment.Adjustment.AdjustedRecord;
import io.credithub.flow.adjustment.Adjustment.AdjustmentStep;
import io.credithub.flow.adjustment.Adjustments;
import io.credithub.store.sql.RowReading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adjustments as they are read, each with its history, in one statement.
@ApplicationScoped
public class PostgresAdjustments implements Adjustments {
    private final Pool pool;

    PostgresAdjustments(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Adjustment>> list(AdjustmentFilter filter, long before, int most) {
        AdjustmentState state = filter.state();
        Jurisdiction part = filter.division();
        Tuple values =
                Tuple.of(filter.within().prefix(), part == null ? "" : part.prefix())
                        .addShort(state == null ? null : Narrow.toShort(state.code()))
                        .addString(filter.teacherNo())
                        .addLong(before)
                        .addInteger(most);
        return pool.preparedQuery(AdjustmentSql.LIST)
                .execute(values)
                .map(rows -> RowReading.list(rows, PostgresAdjustments::adjustment));
    }

    @Override
    public Uni<Optional<Adjustment>> find(long id, Jurisdiction within) {
        return pool.preparedQuery(AdjustmentSql.ONE)
                .execute(Tuple.of(within.prefix(), id))
                .map(rows ->
                        RowReading.list(rows, PostgresAdjustments::adjustment).stream()
                                .findFirst());
    }

    private static Adjustment adjustment(Row row) {
        return new Adjustment(
                row.getLong("id"),
                AdjustmentState.of(row.getInteger("state")),
                record(row),
                new Credits(row.getInteger("credits")),
                new Credits(row.getInteger("rules")),
                row.getBoolean("four_eyes"),
                row.getString("evidence"),
                row.getUUID("broken"),
                steps(row));
    }

    private static AdjustedRecord record(Row row) {
        return new AdjustedRecord(
                row.getUUID("record_key"),
                row.getInteger("version_no"),
                row.getString("feed"),
                row.getString("record_id"),
                row.getString("teacher_no"),
                row.getString("division"),
                row.getString("programme"),
                VersionState.of(row.getInteger("content_state")),
                new Credits(row.getInteger("earns")));
    }

    private static List<AdjustmentStep> steps(Row row) {
        Integer[] acts = row.getArrayOfIntegers("acts");
        OffsetDateTime[] times = row.getArrayOfOffsetDateTimes("times");
        String[] keys = row.getArrayOfStrings("keys");
        String[] roles = row.getArrayOfStrings("roles");
        String[] reasons = row.getArrayOfStrings("reasons");
        List<AdjustmentStep> steps = new ArrayList<>(acts.length);
        for (int i = 0; i < acts.length; i++) {
            steps.add(
                    new AdjustmentStep(
                            AdjustmentAct.of(acts[i]),
                            times[i].toInstant(),
                            keys[i],
                            roles[i],
                            reasons[i]));
        }
        return steps;
    }
}
