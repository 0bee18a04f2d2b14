package io.credithub.store.connection;

import static io.credithub.store.connection.DatabaseFailures.translated;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/// The one way to the database: every text that is bound on it is made storable, and every failure
/// of it is told in our words, and none goes without an answer for ever. Nobody who writes a
/// statement need remember any of it.
///
/// A statement of the pool is one of a connection that it gives: the client's own shortcut tells a
/// failure twice, of which the second is nobody's any more.
///
/// It goes by the name that has been given up, since Quarkus still asks for that one.
///
/// @param pool the client's own
/// @param watch over all statements
@SuppressWarnings("deprecation")
public record EscapingPool(Pool pool, AnswerWatch watch)
        implements PgPool, EscapingQuery.StatementRunner {
    @Override
    public Future<SqlConnection> getConnection() {
        return translated(given()).map(given -> new EscapingConnection(given, watch));
    }

    private Future<SqlConnection> given() {
        return pool.getConnection()
                .map(given -> {
                    Wire.of(given).mayBeQuiet();
                    return given;
                });
    }

    @Override
    public <T> Future<T> with(Function<SqlConnection, Future<T>> statement) {
        return translated(
                given().compose(on ->
                        watch.watched(on, () -> statement.apply(on)).eventually(() -> on.close())));
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public <T> Future<T> withTransaction(Function<SqlConnection, Future<T>> work) {
        return translated(PgPool.super.withTransaction(work));
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return new EscapingQuery.Plain<>(this, on -> on.query(sql));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return new EscapingQuery<>(this, on -> on.preparedQuery(sql));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return new EscapingQuery<>(this, on -> on.preparedQuery(sql, options));
    }

    @Override
    @Deprecated
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        throw new UnsupportedOperationException("say it where the pool is made");
    }

    @Override
    @Deprecated
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException("say it where the pool is made");
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public Future<Void> close() {
        watch.end();
        return pool.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }
}
