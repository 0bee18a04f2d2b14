package io.credithub.store.connection;

import io.credithub.flow.load.ExpensiveQuestions.QuestionBounds;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Connections for what reads much: none of the pool's, so that nobody waits for them, and few.
///
/// Each question has one of its own, which is made for it and goes with it. So whatever is
/// cancelled late meets nobody else's statement, and whatever a question leaves behind, in memory
/// or locks, is gone.
@Singleton
final class QuestionConnections implements Snapshots {
    private static final String ONE_MOMENT = "begin isolation level repeatable read read only";

    /// A server that has fallen silent does not keep a place for ever.
    private static final int CLOSING_SECONDS_MAX = 10;

    private final Vertx vertx;
    private final PoolCreation pools;
    private final QuestionBounds bounds;
    private final KnownMoments moments;
    private final Queue<AskedQuestion<?>> waiting = new ArrayDeque<>();
    private int free;

    QuestionConnections(
            Vertx vertx, PoolCreation pools, QuestionBounds bounds, KnownMoments moments) {
        this.vertx = vertx;
        this.pools = pools;
        this.bounds = bounds;
        this.moments = moments;
        this.free = bounds.atOnce();
    }

    @Override
    public <T> Uni<T> read(Instant moment, Function<SqlConnection, Uni<T>> reading) {
        return read(connection ->
                moments.enter(connection, moment).chain(() -> reading.apply(connection)));
    }

    @Override
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> reading) {
        return Uni.createFrom()
                .emitter(answer -> {
                    AskedQuestion<T> asking = new AskedQuestion<>(options(), reading, answer);
                    answer.onTermination(asking::stop);
                    enter(asking);
                });
    }

    /// With a lower claim on the server than the pool's have: no workers beside it, and an end to
    /// each statement, also if this process is killed.
    private PgConnectOptions options() {
        PgConnectOptions own = new PgConnectOptions(pools.options());
        Map<String, String> properties = new HashMap<>(own.getProperties());
        properties.merge("application_name", " questions", String::concat);
        properties.put("statement_timeout", String.valueOf(bounds.runMax().toMillis()));
        properties.put("client_connection_check_interval", "5s");
        properties.put("max_parallel_workers_per_gather", "0");
        return own.setProperties(properties).setReconnectAttempts(0);
    }

    private void enter(AskedQuestion<?> asking) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(asking);
                return;
            }
            free--;
        }
        asking.begin();
    }

    private void leave() {
        AskedQuestion<?> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) free++;
        }
        if (next != null) next.begin();
    }

    /// One question on its way.
    private final class AskedQuestion<T> {
        private final PgConnectOptions options;
        private final Function<SqlConnection, Uni<T>> work;
        private final UniEmitter<? super T> answer;
        private @Nullable PgConnection connection;
        private @Nullable Cancellable reading;
        private boolean isOver;

        AskedQuestion(
                PgConnectOptions options,
                Function<SqlConnection, Uni<T>> work,
                UniEmitter<? super T> answer) {
            this.options = options;
            this.work = work;
            this.answer = answer;
        }

        synchronized boolean isOver() {
            return isOver;
        }

        void begin() {
            if (isOver()) leave();
            else PgConnection.connect(vertx, options).onComplete(this::connected);
        }

        private void connected(AsyncResult<PgConnection> made) {
            if (made.failed()) {
                leave();
                answer.fail(DatabaseFailures.translate(made.cause()));
                return;
            }
            PgConnection own = made.result();
            own.exceptionHandler(_ -> {}); // the statement tells
            synchronized (this) {
                if (!isOver) {
                    connection = own;
                    reading =
                            read(own)
                                    .subscribe()
                                    .with(
                                            item -> end(own, () -> answer.complete(item)),
                                            failure -> end(own, () -> answer.fail(failure)));
                    return;
                }
            }
            close(own);
        }

        private Uni<T> read(PgConnection own) {
            SqlConnection ours = SqlConnection.newInstance(pools.given(own));
            return ours.query(ONE_MOMENT).execute().chain(() -> work.apply(ours));
        }

        private void end(PgConnection own, Runnable tell) {
            synchronized (this) {
                if (isOver) return;
                isOver = true;
            }
            close(own);
            tell.run();
        }

        /// Nobody wants to know any more, or everybody has been told.
        void stop() {
            PgConnection own;
            synchronized (this) {
                if (isOver) return;
                isOver = true;
                own = connection;
                if (reading != null) reading.cancel();
            }
            if (own != null) own.cancelRequest().onComplete(_ -> close(own));
        }

        /// It read only: there is nothing to commit.
        private void close(PgConnection own) {
            own.close().timeout(CLOSING_SECONDS_MAX, TimeUnit.SECONDS).onComplete(_ -> leave());
        }
    }
}
