package io.credithub.flow.processing;

import io.credithub.flow.delivery.LandedChunk;
import io.credithub.flow.result.OverTime;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Interprets each chunk on a thread of its own, for a bounded time of the processor. So a pattern
/// of a mapping that never comes to an end takes no worker with it.
///
/// Time of the processor and not of the clock: a machine that stood still makes no chunk slow.
public final class TimedInterpreting {
    private static final Logger LOG = Logger.getLogger(TimedInterpreting.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LOOKS = 10;
    private static final long LOOK_MILLIS_MIN = 10;
    private static final long LOOK_MILLIS_MAX = 1_000;

    private final ChunkInterpreter interpreting;
    private final Duration limit;
    private final ScheduledThreadPoolExecutor watch;
    private final Set<Thread> over = ConcurrentHashMap.newKeySet();

    /// @param limit of the processor's time for one chunk; positive
    public TimedInterpreting(ChunkInterpreter interpreting, Duration limit) {
        if (!limit.isPositive()) throw new IllegalArgumentException("no time for any chunk");
        this.interpreting = interpreting;
        this.limit = limit;
        this.watch =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("interpret-watch").factory());
        this.watch.setRemoveOnCancelPolicy(true);
    }

    /// Fails with [OverTime] if it takes too long.
    Uni<InterpretedChunk> interpret(LandedChunk chunk) {
        return Uni.createFrom().emitter(answer -> new TimedRun(chunk, answer).start());
    }

    /// How many threads go on although their time is up.
    public int runaways() {
        over.removeIf(thread -> !thread.isAlive());
        return over.size();
    }

    private final class TimedRun implements Runnable {
        private final LandedChunk chunk;
        private final UniEmitter<? super InterpretedChunk> answer;
        private final AtomicBoolean isOver = new AtomicBoolean();
        private final Thread thread;
        private final long begun = System.nanoTime();
        private @Nullable Future<?> looks;

        TimedRun(LandedChunk chunk, UniEmitter<? super InterpretedChunk> answer) {
            this.chunk = chunk;
            this.answer = answer;
            this.thread = Thread.ofPlatform().daemon().name("interpret").unstarted(this);
        }

        void start() {
            long millis = Math.clamp(limit.toMillis() / LOOKS, LOOK_MILLIS_MIN, LOOK_MILLIS_MAX);
            looks = watch.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
            thread.start();
        }

        @Override
        public void run() {
            try {
                InterpretedChunk done = interpreting.interpret(chunk);
                if (ends()) answer.complete(done);
            } catch (Throwable failure) {
                if (ends()) answer.fail(failure);
            }
        }

        private boolean ends() {
            if (!isOver.compareAndSet(false, true)) return false;
            if (looks != null) looks.cancel(false);
            return true;
        }

        private void look() {
            if (nanos() < limit.toNanos() || !thread.isAlive()) return;
            OverTime late = new OverTime(limit, thread.getStackTrace());
            if (!ends()) return;
            over.add(thread);
            thread.interrupt();
            LOG.errorf(
                    "A chunk takes too long and is stopped: delivery=%d chunk=%d threads=%d",
                    chunk.ref().delivery(), chunk.ref().chunk(), runaways());
            answer.fail(late);
        }

        private long nanos() {
            boolean isKnown =
                    THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();
            return isKnown
                    ? THREADS.getThreadCpuTime(thread.threadId())
                    : System.nanoTime() - begun;
        }
    }
}
