package io.credithub.store.connection;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks the database one thing over a connection made for it, apart from the pool and within a
/// bound: neither a pool that has nothing to give nor a server that does not answer holds it up.
///
/// @param options how the pool connects
/// @param most how long a question may take, with all that it needs
record AsideConnection(Vertx vertx, Supplier<PgConnectOptions> options, Duration most) {
    private static final int CONNECT_MILLIS_MAX = 1_500;

    /// A server that has fallen silent keeps no socket.
    private static final int SILENT_SECONDS_MAX = 10;

    /// Fails with what the matter is; never takes longer than it may.
    <T> CompletableFuture<T> ask(Function<PgConnection, Future<T>> question) {
        return asked(question)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T> Future<T> asked(Function<PgConnection, Future<T>> question) {
        PgConnectOptions own = new PgConnectOptions(options.get());
        own.setConnectTimeout(CONNECT_MILLIS_MAX);
        own.setIdleTimeout(SILENT_SECONDS_MAX).setIdleTimeoutUnit(TimeUnit.SECONDS);
        own.setReconnectAttempts(0).setCachePreparedStatements(false);
        return PgConnection.connect(vertx, own)
                .compose(connection ->
                        question.apply(connection.exceptionHandler(_ -> {})) // the answer tells
                                .eventually(() -> connection.close()));
    }
}
