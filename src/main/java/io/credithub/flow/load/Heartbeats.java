package io.credithub.flow.load;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Signs of life of what must go on by itself: each has a name, and an age that it never reaches
/// while all is well. Whoever has the work beats; health and metrics look.
public final class Heartbeats {
    private final Map<String, Heartbeat> all = new ConcurrentSkipListMap<>();
    private final LongSupplier nanos;

    public Heartbeats() {
        this(System::nanoTime);
    }

    /// @param nanos a clock that only goes forward
    public Heartbeats(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// The one of that name, made when it is first asked for; its age counts from then.
    public Heartbeat of(String name, Duration ageMax) {
        return all.computeIfAbsent(name, _ -> new Heartbeat(name, ageMax, nanos, false));
    }

    /// The same for pieces of work, which are begun and ended: it does not age while there is none.
    public Heartbeat ofWork(String name, Duration ageMax) {
        return all.computeIfAbsent(name, _ -> new Heartbeat(name, ageMax, nanos, true));
    }

    /// By name.
    public Collection<Heartbeat> all() {
        return all.values();
    }

    /// One sign of life: beaten at every turn, or begun and ended around each piece of work.
    public static final class Heartbeat {
        private final String name;
        private final Duration ageMax;
        private final LongSupplier nanos;
        private final boolean isOfWork;
        private final AtomicInteger inHand = new AtomicInteger();
        private volatile long last;

        private Heartbeat(String name, Duration ageMax, LongSupplier nanos, boolean isOfWork) {
            this.name = name;
            this.ageMax = ageMax;
            this.nanos = nanos;
            this.isOfWork = isOfWork;
            this.last = nanos.getAsLong();
        }

        public String name() {
            return name;
        }

        public void beat() {
            last = nanos.getAsLong();
        }

        /// A piece of work is in hand from now on.
        public void begin() {
            if (inHand.getAndIncrement() == 0) beat();
        }

        /// One is done, well or not.
        public void end() {
            inHand.decrementAndGet();
            beat();
        }

        /// Since the last sign, or since work was begun of which none has ended; zero while there
        /// is nothing to do.
        public Duration age() {
            if (isOfWork && inHand.get() <= 0) return Duration.ZERO;
            return Duration.ofNanos(Math.max(0, nanos.getAsLong() - last));
        }

        public boolean isLate() {
            return age().compareTo(ageMax) > 0;
        }
    }
}
