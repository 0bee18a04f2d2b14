package io.credithub.store;

import io.credithub.flow.SharedAnswer;
import io.credithub.flow.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Whether the database can be reached and written, told within two seconds and apart from the
/// pool: neither a pool that has nothing to give nor a database that does not answer holds it up.
@Singleton
public final class DatabaseProbe {
    private static final Duration MOST = Duration.ofSeconds(2);
    private static final int CONNECT_MILLIS_MAX = 1_500;

    /// A server that has fallen silent keeps no socket.
    private static final int SILENT_SECONDS_MAX = 10;

    /// However often it is asked, the database is asked that rarely.
    private static final Duration FRESH = Duration.ofSeconds(2);

    /// Goes into the server's log of writes and into no table: a full disk shows, and nothing
    /// grows.
    private static final String WRITE =
            "select current_setting('transaction_read_only') = 'on',"
                    + " pg_logical_emit_message(true, 'credit-hub', '')::text";

    private final Vertx vertx;
    private final Supplier<PgConnectOptions> options;
    private final SharedAnswer<Boolean> shared;

    @Inject
    DatabaseProbe(Vertx vertx, PoolCreation pools) {
        this(vertx, pools::options);
    }

    DatabaseProbe(Vertx vertx, Supplier<PgConnectOptions> options) {
        this.vertx = vertx;
        this.options = options;
        this.shared = new SharedAnswer<>(this::ask, FRESH);
    }

    /// Fails with what the matter is; never takes longer than two seconds.
    public Uni<Void> write() {
        return shared.get()
                .chain(isReadOnly ->
                        isReadOnly
                                ? Uni.createFrom()
                                        .failure(new Unavailable("the database is read-only"))
                                : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> ask() {
        return Uni.createFrom()
                .completionStage(() ->
                        written()
                                .toCompletionStage()
                                .toCompletableFuture()
                                .orTimeout(MOST.toMillis(), TimeUnit.MILLISECONDS));
    }

    private Future<Boolean> written() {
        PgConnectOptions own = new PgConnectOptions(options.get());
        own.setConnectTimeout(CONNECT_MILLIS_MAX).setIdleTimeout(SILENT_SECONDS_MAX);
        own.setReconnectAttempts(0).setCachePreparedStatements(false);
        return PgConnection.connect(vertx, own)
                .compose(connection ->
                        connection
                                .exceptionHandler(_ -> {}) // the answer tells
                                .query(WRITE)
                                .execute()
                                .map(DatabaseProbe::isReadOnly)
                                .eventually(() -> connection.close()));
    }

    private static boolean isReadOnly(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean(0);
    }
}
