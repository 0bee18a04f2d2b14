package io.credithub.torture.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A vendor that pushes without an end, from a few connections: new batches at a steady rate, what
/// got no answer again, and now and then what was answered already.
public final class PushLoad {
    public static final String FEED = "vendor-push";
    private static final int LINES = 20;
    private static final int SENDERS = 3;
    private static final int AGAIN_EVERY = 9;
    private static final long PAUSE_MILLIS = 300;

    private final RecordMaker maker;
    private final Pusher pusher;
    private final Runnable acknowledged;
    private final long pauseMillis;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isEnding;

    /// @param rate records a second, about
    /// @param acknowledged told of each batch
    public PushLoad(long seed, int rate, Pusher pusher, Runnable acknowledged) {
        this.maker = new RecordMaker(seed, "V", LINES, true);
        this.pusher = pusher;
        this.acknowledged = acknowledged;
        this.pauseMillis = 1_000L * LINES * SENDERS / rate;
    }

    public void begin() {
        for (int i = 0; i < SENDERS; i++) {
            threads.add(Thread.ofVirtual().name("sender " + i).start(this::run));
        }
    }

    /// No new batches from now on; what has no acknowledgement is sent until it has.
    public void wane() {
        isEnding = true;
    }

    /// Whether all that was begun is acknowledged.
    public boolean isAnswered() {
        return isEnding && threads.stream().noneMatch(Thread::isAlive);
    }

    public void end() {
        threads.forEach(Thread::interrupt);
    }

    private void run() {
        try {
            while (true) {
                @Nullable Batch again = pusher.unanswered();
                if (again == null && isEnding) return;
                boolean isNew = again == null;
                int number = isNew ? next.getAndIncrement() : 1;
                Batch batch =
                        again == null ? Batch.of(FEED, "V", number, maker.batch(number)) : again;
                if (!pusher.push(batch)) {
                    Thread.sleep(PAUSE_MILLIS);
                    continue;
                }
                acknowledged.run();
                if (isNew && number % AGAIN_EVERY == 0) pusher.push(batch);
                Thread.sleep(isNew ? pauseMillis : PAUSE_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException journalFailed) {
            throw new IllegalStateException("the journal cannot be written", journalFailed);
        }
    }
}
