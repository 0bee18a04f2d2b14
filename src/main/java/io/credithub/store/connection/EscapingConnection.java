package io.credithub.store.connection;

import static io.credithub.store.connection.DatabaseFailures.translated;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A connection of the [EscapingPool].
///
/// @param connection as the client's pool gives it
record EscapingConnection(SqlConnection connection, AnswerWatch watch)
        implements SqlConnection, EscapingQuery.StatementRunner {
    @Override
    public <T> Future<T> with(Function<SqlConnection, Future<T>> statement) {
        return translated(watch.watched(connection, () -> statement.apply(connection)));
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

    /// Its parameters would go past us. Nobody here needs it: statements are cached anyway.
    @Override
    public Future<PreparedStatement> prepare(String sql) {
        throw new UnsupportedOperationException("use preparedQuery");
    }

    @Override
    public SqlConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
        throw new UnsupportedOperationException("use preparedQuery");
    }

    @Override
    public SqlConnection prepare(
            String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
        throw new UnsupportedOperationException("use preparedQuery");
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        throw new UnsupportedOperationException("use preparedQuery");
    }

    @Override
    public Future<Transaction> begin() {
        return with(SqlConnection::begin).map(BegunTransaction::new);
    }

    @Override
    public void begin(Handler<AsyncResult<Transaction>> handler) {
        begin().onComplete(handler);
    }

    @Override
    public @Nullable Transaction transaction() {
        Transaction begun = connection.transaction();
        return begun == null ? null : new BegunTransaction(begun);
    }

    @Override
    public SqlConnection exceptionHandler(Handler<Throwable> handler) {
        connection.exceptionHandler(handler);
        return this;
    }

    @Override
    public SqlConnection closeHandler(Handler<Void> handler) {
        connection.closeHandler(handler);
        return this;
    }

    @Override
    public boolean isSSL() {
        return connection.isSSL();
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        return connection.databaseMetadata();
    }

    @Override
    public Future<Void> close() {
        return connection.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        connection.close(handler);
    }

    private final class BegunTransaction implements Transaction {
        private final Transaction transaction;

        BegunTransaction(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public Future<Void> commit() {
            return with(_ -> transaction.commit());
        }

        @Override
        public void commit(Handler<AsyncResult<Void>> handler) {
            commit().onComplete(handler);
        }

        @Override
        public Future<Void> rollback() {
            return with(_ -> transaction.rollback());
        }

        @Override
        public void rollback(Handler<AsyncResult<Void>> handler) {
            rollback().onComplete(handler);
        }

        @Override
        public Future<Void> completion() {
            return translated(transaction.completion());
        }

        @Override
        public void completion(Handler<AsyncResult<Void>> handler) {
            completion().onComplete(handler);
        }
    }
}
