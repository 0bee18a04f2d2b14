package io.credithub.store.connection;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sees to it that nobody waits for ever for a server that was stopped, or that lies behind a
/// network which swallows what is sent: TCP alone would take a quarter of an hour, or never end.
///
/// A statement that has no answer for a while is asked after, over a connection of its own. As long
/// as the server is at work on it, it may take as long as it takes. If the server twice does not
/// answer, or twice knows nothing of it, its connection is cut, and whoever waits is told.
public final class AnswerWatch {
    private static final Logger LOG = Logger.getLogger(AnswerWatch.class);
    private static final int LOOKS = 4;
    private static final long LOOK_MILLIS_MAX = 1_000;

    private static final Duration ASKED_MAX = Duration.ofSeconds(3);

    /// Once may be chance.
    private static final int DOUBTS_MAX = 2;

    /// Those of the asked that are at work, or have been a moment ago.
    private static final String AT_WORK =
            """
            select pid from pg_stat_activity where pid = any ($1)
                and (state not like 'idle%' or state_change > now() - interval '2 seconds')\
            """;

    private final Vertx vertx;
    private final AsideConnection aside;
    private final Duration within;
    private final long timer;
    private final Set<WaitingStatement> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private final Duration looks;
    private volatile long lookedNanos = System.nanoTime();

    /// @param within how long a statement may be without an answer until it is asked after
    public AnswerWatch(Vertx vertx, Supplier<PgConnectOptions> options, Duration within) {
        this.vertx = vertx;
        this.aside = new AsideConnection(vertx, options, ASKED_MAX);
        this.within = within;
        this.looks = Duration.ofMillis(Math.clamp(within.toMillis() / LOOKS, 1, LOOK_MILLIS_MAX));
        this.timer = vertx.setPeriodic(looks.toMillis(), _ -> look());
    }

    /// A statement without an answer yet.
    private static final class WaitingStatement {
        private final Wire wire;
        private volatile long sinceNanos = System.nanoTime();
        private final AtomicInteger doubts = new AtomicInteger();

        WaitingStatement(Wire wire) {
            this.wire = wire;
        }
    }

    /// Carries a statement out and keeps an eye on it until it is answered.
    ///
    /// @param connection as the client's pool gives it
    <T> Future<T> watched(SqlConnection connection, Supplier<Future<T>> statement) {
        WaitingStatement one = new WaitingStatement(Wire.of(connection));
        waiting.add(one);
        return statement.get().onComplete(_ -> waiting.remove(one));
    }

    void end() {
        boolean _ = vertx.cancelTimer(timer);
    }

    private void look() {
        lookedNanos = System.nanoTime();
        if (!isAsking.compareAndSet(false, true)) return;
        long late = System.nanoTime() - within.toNanos();
        List<WaitingStatement> silent =
                waiting.stream().filter(one -> one.sinceNanos - late < 0).toList();
        if (silent.isEmpty()) isAsking.set(false);
        else askAfter(silent);
    }

    private void askAfter(List<WaitingStatement> silent) {
        Integer[] backends = silent.stream().map(one -> one.wire.backend()).toArray(Integer[]::new);
        var _ =
                aside.ask(connection -> atWork(connection, backends))
                        .whenComplete((known, failure) -> {
                            if (!isShortOfBreath()) {
                                for (WaitingStatement one : silent) judge(one, known, failure);
                            }
                            isAsking.set(false);
                        });
    }

    /// A process that does not come to look at its own clock cannot say who else stands still.
    private boolean isShortOfBreath() {
        return System.nanoTime() - lookedNanos > looks.multipliedBy(2).toNanos();
    }

    private static Future<Set<Integer>> atWork(PgConnection connection, Integer[] backends) {
        return connection
                .preparedQuery(AT_WORK)
                .execute(Tuple.tuple().addArrayOfInteger(backends))
                .map(AnswerWatch::numbers);
    }

    private static Set<Integer> numbers(RowSet<Row> rows) {
        Set<Integer> numbers = new HashSet<>();
        for (Row row : rows) numbers.add(row.getInteger(0));
        return numbers;
    }

    /// @param atWork null: there was no answer
    private void judge(
            WaitingStatement one, @Nullable Set<Integer> atWork, @Nullable Throwable failure) {
        boolean isRefused = failure instanceof PgException; // a server that says no is there
        boolean isSound = isRefused || (atWork != null && atWork.contains(one.wire.backend()));
        if (isSound) {
            one.sinceNanos = System.nanoTime();
            one.doubts.set(0);
        } else if (one.doubts.incrementAndGet() >= DOUBTS_MAX) {
            one.wire.whenRead(() -> cut(one, failure));
        }
    }

    private void cut(WaitingStatement one, @Nullable Throwable failure) {
        if (!waiting.contains(one)) return; // the answer lay there
        LOG.warnf(
                "A connection to the database is cut, since nothing comes on it: cause=%s",
                failure == null ? "the server knows nothing of it" : failure);
        one.wire.cut();
    }
}
