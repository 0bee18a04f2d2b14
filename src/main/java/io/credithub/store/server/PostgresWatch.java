package io.credithub.store.server;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Looks after a server for as long as the hub runs, on a thread of its own: starts it again when
/// it dies, a bounded number of times, and tells when that does not help.
final class PostgresWatch implements Runnable {
    /// Tries of one revival, over about half a minute and what they take themselves.
    static final int TRIES_MAX = 8;

    /// A server that dies again and again is ill, however well it starts.
    static final int REVIVALS_MAX = 60;

    private static final Duration REVIVALS_WITHIN = Duration.ofMinutes(10);

    /// A full disk is emptied by people, which takes longer.
    private static final Duration FULL_MAX = Duration.ofMinutes(10);

    private final Watched watched;
    private final EmbeddedPostgres.Watcher watcher;
    private final WatchPause pause;
    private final Deque<Long> revivals = new ArrayDeque<>();

    PostgresWatch(Watched watched, EmbeddedPostgres.Watcher watcher, WatchPause pause) {
        this.watched = watched;
        this.watcher = watcher;
        this.pause = pause;
    }

    /// What is looked after.
    interface Watched {
        boolean isUp();

        /// Why the folder is no longer the one that was started on; null if it is.
        @Nullable CannotStart missing();

        boolean isFull();

        void startAgain() throws IOException, SQLException;
    }

    /// How long to wait: a clock that tests turn.
    interface WatchPause {
        void of(Duration time) throws InterruptedException;
    }

    @Override
    public void run() {
        try {
            look();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        while (true) {
            pause.of(Duration.ofMillis(250));
            CannotStart missing = missing();
            if (missing == null && !watched.isUp()) missing = revive();
            if (missing != null) {
                watcher.lost(missing);
                return;
            }
        }
    }

    /// Asked twice: a folder that is being renamed and back, or a network's, is missing for a
    /// moment.
    private @Nullable CannotStart missing() throws InterruptedException {
        if (watched.missing() == null) return null;
        pause.of(Duration.ofSeconds(1));
        return watched.missing();
    }

    /// @return why it could not be
    private @Nullable CannotStart revive() throws InterruptedException {
        watcher.died();
        long began = System.nanoTime();
        Duration backoff = Duration.ofMillis(500);
        for (int tries = 1; ; tries++) {
            try {
                watched.startAgain();
                watcher.restarted();
                return tooOften();
            } catch (IOException | SQLException | RuntimeException failure) {
                if (Thread.interrupted()) throw new InterruptedException();
                CannotStart missing = missing();
                if (missing != null) return missing;
                boolean mayWait =
                        watched.isFull() && System.nanoTime() - began < FULL_MAX.toNanos();
                if (tries >= TRIES_MAX && !mayWait) {
                    return CannotStart.becauseNotAgain(tries, String.valueOf(failure.getMessage()));
                }
                watcher.failed(tries, String.valueOf(failure.getMessage()));
            }
            pause.of(backoff);
            backoff = backoff.multipliedBy(2);
            if (backoff.toSeconds() > 10) backoff = Duration.ofSeconds(10);
        }
    }

    private @Nullable CannotStart tooOften() {
        long now = System.nanoTime();
        revivals.addLast(now);
        while (now - revivals.getFirst() > REVIVALS_WITHIN.toNanos()) revivals.removeFirst();
        if (revivals.size() < REVIVALS_MAX) return null;
        return CannotStart.becauseNotAgain(
                revivals.size(), "it starts, and dies again within moments");
    }
}
