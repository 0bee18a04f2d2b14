package io.credithub.store.sql;

import io.credithub.flow.access.Stamp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads rows into values.
public final class RowReading {
    private RowReading() {}

    /// In the order of the rows.
    public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reading) {
        List<T> list = new ArrayList<>(rows.size());
        for (Row row : rows) list.add(reading.apply(row));
        return list;
    }

    /// Asks, and reads all rows of the answer, in their order.
    public static <T> Uni<List<T>> all(
            SqlClient on, String sql, Tuple values, Function<Row, T> reading) {
        return on.preparedQuery(sql).execute(values).map(rows -> list(rows, reading));
    }

    /// @return null if the column is
    public static @Nullable Instant instantOrNull(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /// Of a column that is never null.
    public static Instant instant(Row row, String column) {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    /// @param row with `granted_at` and `granted_by`
    public static Stamp granted(Row row) {
        return new Stamp(instant(row, "granted_at"), row.getString("granted_by"));
    }

    /// @param row with `ended_at` and `ended_by`
    /// @return null: it has not ended
    public static @Nullable Stamp ended(Row row) {
        Instant at = instantOrNull(row, "ended_at");
        return at == null ? null : new Stamp(at, row.getString("ended_by"));
    }
}
