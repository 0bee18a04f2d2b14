package io.credithub.security;

import io.credithub.domain.Narrow;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Counts the keys that are tried in vain, by address and by the key's id, and tells whoever goes
/// on how long to wait. A secret has 256 random bits, so nobody is kept from guessing it by this;
/// it keeps the work small and the log readable.
///
/// A right key is never refused because others were wrong: neither from another address, nor from
/// the same one, which a whole county's proxy may share. What is bounded there is how many keys a
/// second are looked up that have not opened anything from that address before.
final class FailedAttempts {
    /// Failures that cost nothing, of an address and of an id.
    static final int FREE = 20;

    /// Keys that are looked up a second for an address that has failed more often than that.
    static final int LOOKED_UP_MAX = 50;

    private static final Logger LOG = Logger.getLogger(FailedAttempts.class);

    /// One failure is forgiven in this time.
    private static final long FORGIVEN_NANOS = Duration.ofSeconds(6).toNanos();

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LEVEL_MAX = 100;

    /// Of each kind; beyond it the one is forgotten that has been quiet for longest.
    static final int REMEMBERED_MAX = 10_000;

    private static final int PREFIX_GROUPS = 4;

    private final LongSupplier nanoTime;
    private final Map<String, Failures> byAddress = bounded();
    private final Map<String, Failures> byId = bounded();
    private final Map<String, String> openedFrom = bounded();

    FailedAttempts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private static final class Failures {
        /// Those that are not forgiven yet.
        private int level;

        private long total;
        private long since;
        private long until;
        private long second;
        private int lookedUp;

        Failures(long now) {
            since = now;
            until = now;
            second = now;
        }
    }

    /// A key opened something.
    synchronized void opened(String id, String address) {
        openedFrom.put(id, block(address));
    }

    /// Whether a key is not even looked up: too many were tried from there within a second.
    ///
    /// @return how long to wait; zero: look it up
    synchronized Duration turnedAway(String id, String address) {
        String block = block(address);
        Failures failures = byAddress.get(block);
        long now = nanoTime.getAsLong();
        if (failures == null || failures.until - now <= 0) return Duration.ZERO;
        if (block.equals(openedFrom.get(id))) return Duration.ZERO;
        if (now - failures.second >= SECOND_NANOS) {
            failures.second = now;
            failures.lookedUp = 0;
        }
        if (failures.lookedUp++ < LOOKED_UP_MAX) return Duration.ZERO;
        return Duration.ofNanos(failures.until - now);
    }

    /// A key was tried in vain.
    ///
    /// @param id null: the text was not a key's
    /// @return how long to wait before the next; zero: no need
    synchronized Duration failed(@Nullable String id, String address) {
        Duration ofAddress = count(byAddress, block(address), "address");
        Duration ofId = id == null ? Duration.ZERO : count(byId, id, "key");
        return ofAddress.compareTo(ofId) > 0 ? ofAddress : ofId;
    }

    private Duration count(Map<String, Failures> known, String name, String kind) {
        long now = nanoTime.getAsLong();
        Failures failures = known.computeIfAbsent(name, _ -> new Failures(now));
        long forgiven = (now - failures.since) / FORGIVEN_NANOS;
        failures.level = Math.clamp(failures.level - forgiven, 0, Integer.MAX_VALUE);
        failures.since = failures.level == 0 ? now : failures.since + forgiven * FORGIVEN_NANOS;
        failures.level = Math.min(failures.level + 1, LEVEL_MAX);
        failures.total++;
        if (failures.level < FREE) return Duration.ZERO;
        if (isWorthALine(failures.total)) {
            LOG.warnf("keys are tried in vain %s=%s failures=%d", kind, name, failures.total);
        }
        boolean isWarned = failures.until - now > 0;
        failures.until = now + delay(failures.level - FREE).toNanos();
        return isWarned ? Duration.ofNanos(failures.until - now) : Duration.ZERO;
    }

    private static Duration delay(int beyond) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 10));
        return doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
    }

    /// The first one, and then ten times less often each time.
    private static boolean isWorthALine(long total) {
        return IntStream.range(0, 12)
                .mapToLong(zeros -> FREE * Narrow.whole(Math.pow(10, zeros)))
                .anyMatch(mark -> mark == total);
    }

    /// Who has one address of the new kind has the whole block of 2⁶⁴.
    private static String block(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
            String[] groups = parsed.getHostAddress().split(":");
            return String.join(":", Arrays.copyOf(groups, PREFIX_GROUPS)) + "::/64";
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    /// For the tests: how much is remembered.
    synchronized int remembered() {
        return byAddress.size() + byId.size() + openedFrom.size();
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED_MAX;
            }
        };
    }
}
