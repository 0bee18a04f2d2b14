package io.credithub.store.connection;

import io.credithub.flow.reading.SharedAnswer;
import io.credithub.flow.result.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/// Whether the database can be reached and written, told within two seconds and apart from the
/// pool: neither a pool that has nothing to give nor a database that does not answer holds it up.
@Singleton
public final class DatabaseProbe {
    private static final Duration MOST = Duration.ofSeconds(2);

    /// However often it is asked, the database is asked that rarely.
    private static final Duration FRESH = Duration.ofSeconds(2);

    /// Goes into the server's log of writes and into no table: a full disk shows, and nothing
    /// grows.
    private static final String WRITE =
            "select current_setting('transaction_read_only') = 'on',"
                    + " pg_logical_emit_message(true, 'credit-hub', '')::text";

    private final AsideConnection aside;
    private final SharedAnswer<Boolean> shared;

    @Inject
    DatabaseProbe(Vertx vertx, PoolCreation pools) {
        this(vertx, pools::options);
    }

    DatabaseProbe(Vertx vertx, Supplier<PgConnectOptions> options) {
        this.aside = new AsideConnection(vertx, options, MOST);
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
                        aside.ask(connection ->
                                connection.query(WRITE).execute().map(DatabaseProbe::isReadOnly)));
    }

    private static boolean isReadOnly(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean(0);
    }
}
