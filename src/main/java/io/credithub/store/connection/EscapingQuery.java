package io.credithub.store.connection;

import io.credithub.domain.StorableText;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/// A statement of the [EscapingPool] with its parameters.
///
/// @param place where it is carried out
/// @param query the client's own
record EscapingQuery<T>(StatementRunner place, Function<SqlConnection, PreparedQuery<T>> query)
        implements PreparedQuery<T> {
    /// Where statements are carried out.
    interface StatementRunner {
        /// Does it on a connection of the client, and tells failures in our words.
        <T> Future<T> with(Function<SqlConnection, Future<T>> statement);
    }

    @Override
    public Future<T> execute(Tuple parameters) {
        return place.with(on -> query.apply(on).execute(storable(parameters)));
    }

    @Override
    public void execute(Tuple parameters, Handler<AsyncResult<T>> handler) {
        execute(parameters).onComplete(handler);
    }

    @Override
    public Future<T> execute() {
        return place.with(on -> query.apply(on).execute());
    }

    @Override
    public void execute(Handler<AsyncResult<T>> handler) {
        execute().onComplete(handler);
    }

    @Override
    public Future<T> executeBatch(List<Tuple> batch) {
        List<Tuple> storable = batch.stream().map(EscapingQuery::storable).toList();
        return place.with(on -> query.apply(on).executeBatch(storable));
    }

    @Override
    public void executeBatch(List<Tuple> batch, Handler<AsyncResult<T>> handler) {
        executeBatch(batch).onComplete(handler);
    }

    @Override
    public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
        return new EscapingQuery<>(place, on -> query.apply(on).collecting(collector));
    }

    @Override
    public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
        return new EscapingQuery<>(place, on -> query.apply(on).mapping(mapper));
    }

    /// @return the same if nothing needs writing out: nearly always
    private static Tuple storable(Tuple parameters) {
        for (int at = 0; at < parameters.size(); at++) {
            if (!isStorable(parameters.getValue(at))) return rewritten(parameters);
        }
        return parameters;
    }

    private static boolean isStorable(@Nullable Object value) {
        return switch (value) {
            case String text -> StorableText.isStorable(text);
            case String[] texts -> isStorable(texts);
            case null, default -> true;
        };
    }

    private static boolean isStorable(@Nullable String[] texts) {
        for (String text : texts) if (text != null && !StorableText.isStorable(text)) return false;
        return true;
    }

    private static Tuple rewritten(Tuple parameters) {
        Tuple storable = Tuple.tuple();
        for (int at = 0; at < parameters.size(); at++) {
            storable.addValue(rewritten(parameters.getValue(at)));
        }
        return storable;
    }

    private static @Nullable Object rewritten(@Nullable Object value) {
        return switch (value) {
            case String text -> StorableText.of(text);
            case String[] texts -> rewritten(texts);
            case null, default -> value;
        };
    }

    private static @Nullable String[] rewritten(@Nullable String[] texts) {
        @Nullable String[] storable = texts.clone();
        for (int at = 0; at < storable.length; at++) {
            String text = storable[at];
            if (text != null) storable[at] = StorableText.of(text);
        }
        return storable;
    }

    /// A statement without parameters.
    record Plain<T>(StatementRunner place, Function<SqlConnection, Query<T>> query)
            implements Query<T> {
        @Override
        public Future<T> execute() {
            return place.with(on -> query.apply(on).execute());
        }

        @Override
        public void execute(Handler<AsyncResult<T>> handler) {
            execute().onComplete(handler);
        }

        @Override
        public <R> Query<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new Plain<>(place, on -> query.apply(on).collecting(collector));
        }

        @Override
        public <U> Query<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new Plain<>(place, on -> query.apply(on).mapping(mapper));
        }
    }
}
