package io.credithub.domain;

import java.time.Instant;
import java.time.LocalDate;

/// Times that somebody outside states: no clock that is right says a year before any system of
/// today, or a day after tomorrow. A time far in the future would supersede whatever comes later.
public final class StatedTime {
    /// The first day that is believed.
    public static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private static final long DAY_SECONDS = 86_400;

    private StatedTime() {}

    public static boolean isTooEarly(LocalDate day) {
        return day.isBefore(EARLIEST);
    }

    /// @param today of the hub
    public static boolean isTooLate(LocalDate day, LocalDate today) {
        return day.isAfter(today.plusDays(1));
    }

    /// @param today of the hub
    public static boolean isBelieved(Instant moment, LocalDate today) {
        LocalDate day = dayOf(moment);
        return !isTooEarly(day) && !isTooLate(day, today);
    }

    /// As it is written, so that a day has one name everywhere. A moment before all days is on the
    /// first, one after all days on the last.
    public static LocalDate dayOf(Instant moment) {
        long day = Math.floorDiv(moment.getEpochSecond(), DAY_SECONDS);
        return LocalDate.ofEpochDay(
                Math.clamp(day, LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay()));
    }
}
