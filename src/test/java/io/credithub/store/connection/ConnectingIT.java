package io.credithub.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.flow.result.Unavailable;
import io.credithub.testing.DatabaseProxy;
import io.credithub.testing.PostgresResource;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What becomes of whoever wants a connection and does not get one.
final class ConnectingIT {
    private static final int CONNECT_MILLIS = 300;
    private static final int PATIENCE_MILLIS = 200;
    private static final int SECONDS_MAX = 60;

    @Test
    void aPlaceOfThePoolIsGivenUpWhereNobodyEverSaysAWord() throws Exception {
        Map<String, String> settings = new PostgresResource().start();
        String url = Objects.requireNonNull(settings.get("quarkus.datasource.reactive.url"));
        Vertx vertx = Vertx.vertx();
        try (DatabaseProxy proxy = new DatabaseProxy(URI.create(url).getPort())) {
            PgConnectOptions options =
                    new PgConnectOptions(PgConnectOptions.fromUri(url))
                            .setHost("127.0.0.1")
                            .setPort(proxy.port())
                            .setUser(settings.get("quarkus.datasource.username"))
                            .setPassword(settings.get("quarkus.datasource.password"));
            options.setConnectTimeout(CONNECT_MILLIS);
            Pool pool = Connecting.within(poolOfOne(vertx, options), vertx, options);
            proxy.silence();
            assertThatThrownBy(() -> done(pool.getConnection()))
                    .hasCauseInstanceOf(Unavailable.class);
            proxy.silenceThoseThere();
            assertThat(done(pool.getConnection())).isNotNull();
        } finally {
            done(vertx.close());
        }
    }

    /// The client's own shortcut has a clock for the wait, which it does not stop.
    @Test
    void aStatementThatFindsNobodyFailsOnce() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Vertx vertx = Vertx.vertx().exceptionHandler(uncaught::add);
        try {
            PgConnectOptions options =
                    new PgConnectOptions()
                            .setHost("127.0.0.1")
                            .setPort(nobodysPort())
                            .setUser("nobody");
            Pool own =
                    PgBuilder.pool()
                            .with(waiting(PATIENCE_MILLIS))
                            .connectingTo(options)
                            .using(vertx)
                            .build();
            AnswerWatch watch = new AnswerWatch(vertx, () -> options, Duration.ofMinutes(1));
            Pool pool = new EscapingPool(own, watch);
            assertThatThrownBy(() -> done(pool.query("select 1").execute()))
                    .hasMessageContaining("refused");
            Promise<Void> later = Promise.promise();
            vertx.setTimer(2L * PATIENCE_MILLIS, _ -> later.complete());
            done(later.future());
            assertThat(uncaught).isEmpty();
        } finally {
            done(vertx.close());
        }
    }

    private static int nobodysPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static PoolOptions waiting(int millis) {
        return new PoolOptions()
                .setConnectionTimeout(millis)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    private static Pool poolOfOne(Vertx vertx, PgConnectOptions options) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }
}
