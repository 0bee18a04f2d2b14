package io.credithub.store.sql;

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
public final class ArrayParameters<T> {
    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    public ArrayParameters(List<T> rows) {
        this.rows = rows;
    }

    public ArrayParameters<T> shorts(ToIntFunction<T> value) {
        Short[] column = new Short[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = Narrow.toShort(value.applyAsInt(rows.get(i)));
        }
        tuple.addArrayOfShort(column);
        return this;
    }

    public ArrayParameters<T> ints(ToIntFunction<T> value) {
        Integer[] column = new Integer[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.applyAsInt(rows.get(i));
        tuple.addArrayOfInteger(column);
        return this;
    }

    public ArrayParameters<T> intsOrNull(Function<T, @Nullable Integer> value) {
        Integer[] column = new Integer[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfInteger(column);
        return this;
    }

    public ArrayParameters<T> longs(ToLongFunction<T> value) {
        Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.applyAsLong(rows.get(i));
        tuple.addArrayOfLong(column);
        return this;
    }

    public ArrayParameters<T> shortsOrNull(Function<T, @Nullable Integer> value) {
        Short[] column = new Short[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Integer number = value.apply(rows.get(i));
            if (number != null) column[i] = Narrow.toShort(number);
        }
        tuple.addArrayOfShort(column);
        return this;
    }

    public ArrayParameters<T> longsOrNull(Function<T, @Nullable Long> value) {
        Long[] column = new Long[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfLong(column);
        return this;
    }

    public ArrayParameters<T> texts(Function<T, @Nullable String> value) {
        String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfString(column);
        return this;
    }

    public ArrayParameters<T> uuids(Function<T, @Nullable UUID> value) {
        UUID[] column = new UUID[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfUUID(column);
        return this;
    }

    public ArrayParameters<T> dates(Function<T, @Nullable LocalDate> value) {
        LocalDate[] column = new LocalDate[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.addArrayOfLocalDate(column);
        return this;
    }

    public ArrayParameters<T> bytes(Function<T, Buffer> value) {
        Buffer[] column = new Buffer[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.apply(rows.get(i));
        tuple.getDelegate().addArrayOfBuffer(column);
        return this;
    }

    public ArrayParameters<T> booleans(Predicate<T> value) {
        Boolean[] column = new Boolean[rows.size()];
        for (int i = 0; i < column.length; i++) column[i] = value.test(rows.get(i));
        tuple.addArrayOfBoolean(column);
        return this;
    }

    /// A plain parameter beside the columns.
    public ArrayParameters<T> plain(Object value) {
        tuple.addValue(value);
        return this;
    }

    public Tuple tuple() {
        return tuple;
    }
}
