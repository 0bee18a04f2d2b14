package io.credithub.store.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.result.Unavailable;
import io.credithub.testing.DatabaseProxy;
import io.credithub.testing.PostgresResource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What becomes of a statement that has no answer, by what the server knows of it.
final class AnswerWatchIT {
    private static final Duration WITHIN = Duration.ofMillis(200);
    private static final int SECONDS_MAX = 60;
    private static final Vertx VERTX = Vertx.vertx();

    private static DatabaseProxy proxy;
    private static Pool pool;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new PostgresResource().start();
        String url = Objects.requireNonNull(settings.get("quarkus.datasource.reactive.url"));
        proxy = new DatabaseProxy(URI.create(url).getPort());
        PgConnectOptions options =
                PgConnectOptions.fromUri(url)
                        .setHost("127.0.0.1")
                        .setPort(proxy.port())
                        .setUser(settings.get("quarkus.datasource.username"))
                        .setPassword(settings.get("quarkus.datasource.password"));
        pool =
                new EscapingPool(
                        PgBuilder.pool()
                                .with(new PoolOptions().setMaxSize(2))
                                .connectingTo(options)
                                .using(VERTX)
                                .build(),
                        new AnswerWatch(VERTX, () -> options, WITHIN));
    }

    @AfterAll
    static void stop() throws Exception {
        done(pool.close());
        proxy.close();
        done(VERTX.close());
    }

    @Test
    void oneThatTheServerIsAtWorkOnMayTakeAsLongAsItTakes() {
        assertThat(done(one("select 1 from pg_sleep(2)"))).isEqualTo(1);
    }

    @Test
    void oneThatTheServerKnowsNothingOfEndsThoughTheServerIsThere() {
        SqlConnection connection = done(pool.getConnection());
        proxy.silenceThoseThere();
        try {
            Future<?> lost = connection.query("select 1").execute();
            assertThat(failure(lost)).isInstanceOf(Unavailable.class);
            assertThat(done(one("select 2"))).isEqualTo(2);
        } finally {
            proxy.open();
            done(connection.close());
        }
    }

    @Test
    void oneOfAServerThatStandsStillEndsAndTheNextIsAnsweredOnceItGoesOn() {
        SqlConnection connection = done(pool.getConnection());
        proxy.silence();
        Future<?> lost = connection.begin();
        assertThat(failure(lost)).isInstanceOf(Unavailable.class);
        done(connection.close());
        proxy.open();
        assertThat(done(one("select 3"))).isEqualTo(3);
    }

    private static Future<Integer> one(String sql) {
        return pool.query(sql).execute().map(rows -> rows.iterator().next().getInteger(0));
    }

    private static Throwable failure(Future<?> future) {
        Future<Throwable> told =
                future.transform(ended ->
                        ended.succeeded()
                                ? Future.failedFuture("there is an answer")
                                : Future.succeededFuture(ended.cause()));
        return done(told);
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }
}
