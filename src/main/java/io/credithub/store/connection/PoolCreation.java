package io.credithub.store.connection;

import io.credithub.flow.result.Unavailable;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the pool that everybody is given, Hibernate too.
@Singleton
final class PoolCreation implements PgPoolCreator {
    private final DatabaseConfig config;
    private volatile @Nullable PgConnectOptions options;
    private volatile @Nullable AnswerWatch watch;

    PoolCreation(DatabaseConfig config) {
        this.config = config;
    }

    /// How the pool connects, for whoever must not wait for it.
    PgConnectOptions options() {
        PgConnectOptions known = options;
        if (known == null) throw new Unavailable("the database: there is no pool yet");
        return known;
    }

    /// @param own made by those options, and come about
    /// @return the same as the pool would give it: translated, and watched
    SqlConnection given(PgConnection own) {
        AnswerWatch watching = watch;
        if (watching == null) throw new Unavailable("the database: there is no pool yet");
        Wire.of(own).mayBeQuiet();
        return new EscapingConnection(own, watching);
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers =
                input.pgConnectOptionsList().stream()
                        .map(DatabaseTransport::applied)
                        .<SqlConnectOptions>map(this::bounded)
                        .toList();
        options = (PgConnectOptions) servers.getFirst();
        PoolOptions bounded =
                new PoolOptions(input.poolOptions())
                        .setConnectionTimeout(millis(config.acquireWithin()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        Pool pool =
                PgBuilder.pool().with(bounded).connectingTo(servers).using(input.vertx()).build();
        AnswerWatch watching = new AnswerWatch(input.vertx(), this::options, config.answerWithin());
        watch = watching;
        return new EscapingPool(Connecting.within(pool, input.vertx(), options()), watching);
    }

    /// A connection on which nothing passes is ended, until it has come about: [Wire#mayBeQuiet].
    /// The server itself ends a wait for a lock.
    private PgConnectOptions bounded(PgConnectOptions given) {
        PgConnectOptions bounded = new PgConnectOptions(given);
        bounded.setIdleTimeout(given.getConnectTimeout()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return bounded.addProperty("lock_timeout", "" + config.lockWithin().toMillis());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
