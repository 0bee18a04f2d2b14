package io.credithub.domain.ledger;

import io.credithub.domain.completion.SourceVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a content stands among the contents of its record: the highest revision; else the latest
/// change; else the latest date that a delivery states; only then the later landing. A total order,
/// so that arrival decides nothing as long as the source says anything at all.
///
/// @param rank which of the four it goes by
/// @param value within that rank, higher is newer: a revision, nanoseconds of time, a landing place
public record VersionOrder(Rank rank, long value) implements Comparable<VersionOrder> {
    /// Before everything that ever landed.
    static final VersionOrder WEAKEST = new VersionOrder(Rank.LANDING, 0);

    private static final int POSITION_BITS = 28;
    private static final long NANOS = 1_000_000_000L;

    /// Weakest first. Stored by [#code], which is never changed.
    public enum Rank {
        LANDING(0),
        STATED(1),
        UPDATED(2),
        REVISION(3);

        private final int code;

        Rank(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /// @throws IllegalArgumentException if no rank has this code
        public static Rank of(int code) {
            for (Rank rank : values()) if (rank.code == code) return rank;
            throw new IllegalArgumentException("no rank has the code " + code);
        }
    }

    /// @param statedAt the date that the delivery itself states
    public static VersionOrder of(
            SourceVersion version, @Nullable Instant statedAt, long delivery, long position) {
        if (version.revision() != null) return new VersionOrder(Rank.REVISION, version.revision());
        if (version.updatedAt() != null) {
            return new VersionOrder(Rank.UPDATED, nanos(version.updatedAt()));
        }
        if (statedAt != null) return new VersionOrder(Rank.STATED, nanos(statedAt));
        return new VersionOrder(Rank.LANDING, (delivery << POSITION_BITS) + position);
    }

    /// Saturates outside 1678–2262, which no record comes near.
    private static long nanos(Instant instant) {
        long seconds = Math.clamp(instant.getEpochSecond(), -9_000_000_000L, 9_000_000_000L);
        return seconds * NANOS + instant.getNano();
    }

    @Override
    public int compareTo(VersionOrder other) {
        int byRank = rank.compareTo(other.rank);
        return byRank != 0 ? byRank : Long.compare(value, other.value);
    }
}
