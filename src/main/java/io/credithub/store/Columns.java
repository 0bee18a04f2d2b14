package io.credithub.store;

import io.credithub.domain.Narrow;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Rows turned into one array a column, as `unnest` takes them: a set goes to the server in one
/// statement, whatever its size.
final class Columns<T> {
    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> shorts(ToIntFunction<T> value) {
        Short[] column = new Short[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = Narrow.toShort(value.applyAsInt(rows.get(i)));
        }
        tuple.addArrayOfShort(column);
        return this;
    }

    Columns<T> ints(ToIntFunction<T> value) {
        Integer[] column = new Integer[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.applyAsInt(rows.get(i));
        tuple.addArrayOfInteger(column);
        return this;
    }

    Columns<T> intsOrNull(Function<T, @Nullable Integer> value) {
        Integer[] column = new Integer[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfInteger(column);
        return this;
    }

    Columns<T> longs(ToLongFunction<T> value) {
        Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.applyAsLong(rows.get(i));
        tuple.addArrayOfLong(column);
        return this;
    }

    Columns<T> texts(Function<T, @Nullable String> value) {
        String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfString(column);
        return this;
    }

    Columns<T> uuids(Function<T, @Nullable UUID> value) {
        UUID[] column = new UUID[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfUUID(column);
        return this;
    }

    Columns<T> dates(Function<T, @Nullable LocalDate> value) {
        LocalDate[] column = new LocalDate[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfLocalDate(column);
        return this;
    }

    Columns<T> bytes(Function<T, Buffer> value) {
        Buffer[] column = new Buffer[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.getDelegate().addArrayOfBuffer(column);
        return this;
    }

    Columns<T> booleans(Predicate<T> value) {
        Boolean[] column = new Boolean[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.test(rows.get(i));
        tuple.addArrayOfBoolean(column);
        return this;
    }

    /// A plain parameter beside the columns.
    Columns<T> plain(Object value) {
        tuple.addValue(value);
        return this;
    }

    Tuple tuple() {
        return tuple;
    }
}
