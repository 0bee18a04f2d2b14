package io.credithub.domain.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When a report goes out, in an office's words: a day and a time of the province's clock.
public sealed interface SendSchedule {
    /// To the minute.
    LocalTime at();

    /// Whether one goes out on that day.
    boolean isOn(LocalDate day);

    /// As it is kept, see [#parse].
    String line();

    record Daily(LocalTime at) implements SendSchedule {
        public Daily {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public boolean isOn(LocalDate day) {
            return true;
        }

        @Override
        public String line() {
            return "DAILY " + at;
        }
    }

    record Weekly(DayOfWeek on, LocalTime at) implements SendSchedule {
        public Weekly {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public boolean isOn(LocalDate day) {
            return day.getDayOfWeek() == on;
        }

        @Override
        public String line() {
            return "WEEKLY " + on + " " + at;
        }
    }

    /// @param day 1 to 31; a month that has fewer days: its last, so that 31 is always the last
    record Monthly(int day, LocalTime at) implements SendSchedule {
        public static final int LAST = 31;

        /// @throws IllegalArgumentException if no month has such a day
        public Monthly {
            if (day < 1 || day > LAST) throw new IllegalArgumentException("no day of a month");
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public boolean isOn(LocalDate other) {
            return other.getDayOfMonth() == Math.min(day, other.lengthOfMonth());
        }

        @Override
        public String line() {
            return "MONTHLY " + day + " " + at;
        }
    }

    record Once(LocalDate on, LocalTime at) implements SendSchedule {
        public Once {
            at = at.truncatedTo(ChronoUnit.MINUTES);
        }

        @Override
        public boolean isOn(LocalDate day) {
            return day.equals(on);
        }

        @Override
        public String line() {
            return "ONCE " + on + " " + at;
        }
    }

    /// The first time after a moment. Asked after an outage, it passes over what was missed.
    ///
    /// @param zone where the province's days begin and end
    /// @return empty: never again
    default Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        LocalDate first = this instanceof Once once && once.on.isAfter(today) ? once.on : today;
        // No day that a schedule names is further away than the second month from now.
        return first.datesUntil(first.plusMonths(2))
                .filter(this::isOn)
                .map(day -> day.atTime(at()).atZone(zone).toInstant())
                .filter(moment -> moment.isAfter(after))
                .findFirst();
    }

    /// @param line as [#line] writes it
    /// @throws IllegalArgumentException if it is none
    static SendSchedule parse(String line) {
        String[] word = line.split(" ", -1);
        LocalTime at = LocalTime.parse(word[word.length - 1]);
        return switch (word[0]) {
            case "DAILY" -> new Daily(at);
            case "WEEKLY" -> new Weekly(DayOfWeek.valueOf(word[1]), at);
            case "MONTHLY" -> new Monthly(Integer.parseInt(word[1]), at);
            case "ONCE" -> new Once(LocalDate.parse(word[1]), at);
            default -> throw new IllegalArgumentException("not a schedule");
        };
    }
}
