package io.credithub.flow.breaks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The classes in which it is told how long breaks have been open, in full days.
public enum BreakAge {
    WEEK("0-7", 0, 7),
    MONTH("8-30", 8, 30),
    QUARTER("31-90", 31, 90),
    HALF_YEAR("91-180", 91, 180),
    OLDER("181-", 181, -1);

    private final String days;
    private final int from;
    private final int to;

    BreakAge(String days, int from, int to) {
        this.days = days;
        this.from = from;
        this.to = to;
    }

    /// As it is written: `8-30`.
    public String days() {
        return days;
    }

    public static BreakAge of(Instant openedAt, Instant now) {
        long age = Duration.between(openedAt, now).toDays();
        for (BreakAge known : values()) {
            if (known.to < 0 || age <= known.to) return known;
        }
        return OLDER;
    }

    /// @return null if there is no such class
    public static @Nullable BreakAge written(String days) {
        for (BreakAge known : values()) if (known.days.equals(days)) return known;
        return null;
    }

    /// What is in it was opened after this moment.
    ///
    /// @return null: however long ago
    public @Nullable Instant openedAfter(Instant now) {
        return to < 0 ? null : now.minus(Duration.ofDays(to + 1L));
    }

    /// What is in it was opened at this moment or before.
    public Instant openedUntil(Instant now) {
        return now.minus(Duration.ofDays(from));
    }
}
