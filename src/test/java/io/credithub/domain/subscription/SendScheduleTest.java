package io.credithub.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.domain.subscription.SendSchedule.Daily;
import io.credithub.domain.subscription.SendSchedule.Monthly;
import io.credithub.domain.subscription.SendSchedule.Once;
import io.credithub.domain.subscription.SendSchedule.Weekly;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendScheduleTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @ParameterizedTest(name = "{0} after {1} is {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DAILY 07:30           | 2026-09-01T07:29:59 | 2026-09-01T07:30 | today still
                    DAILY 07:30           | 2026-09-01T07:30    | 2026-09-02T07:30 | not twice
                    DAILY 07:30           | 2026-12-31T08:00    | 2027-01-01T07:30 | over the year
                    DAILY 00:00           | 2026-09-01T23:59:59 | 2026-09-02T00:00 | midnight
                    WEEKLY MONDAY 08:00   | 2026-09-01T09:00    | 2026-09-07T08:00 | a Tuesday
                    WEEKLY TUESDAY 08:00  | 2026-09-01T07:00    | 2026-09-01T08:00 | the day itself
                    WEEKLY TUESDAY 08:00  | 2026-09-01T08:00    | 2026-09-08T08:00 | a week later
                    MONTHLY 1 06:00       | 2026-09-01T06:00    | 2026-10-01T06:00 | the first
                    MONTHLY 15 06:00      | 2026-12-16T00:00    | 2027-01-15T06:00 | over the year
                    MONTHLY 31 06:00      | 2026-09-01T00:00    | 2026-09-30T06:00 | the last of 30
                    MONTHLY 31 06:00      | 2027-01-31T06:00    | 2027-02-28T06:00 | of February
                    MONTHLY 30 06:00      | 2028-02-01T00:00    | 2028-02-29T06:00 | of a leap year
                    MONTHLY 31 06:00      | 2026-07-31T07:00    | 2026-08-31T06:00 | two long months
                    ONCE 2027-06-30 18:00 | 2026-09-01T00:00    | 2027-06-30T18:00 | far away
                    """)
    void theNextTimeIsTheFirstAfter(String line, String after, String next, String why) {
        SendSchedule schedule = SendSchedule.parse(line);
        assertThat(schedule.next(moment(after), ZONE)).as(why).contains(moment(next));
        assertThat(schedule.line()).isEqualTo(line);
    }

    @Test
    void onceIsOnce() {
        SendSchedule once = SendSchedule.parse("ONCE 2026-09-01 18:00");
        assertThat(once.next(moment("2026-09-01T17:59:59"), ZONE))
                .contains(moment("2026-09-01T18:00"));
        assertThat(once.next(moment("2026-09-01T18:00"), ZONE)).isEmpty();
        assertThat(once.next(moment("2030-01-01T00:00"), ZONE)).isEmpty();
    }

    /// Every minute of three years would take long; every hour does, and each finds a later one.
    @Test
    void thereIsAlwaysALaterOneOnItsDayAndAtItsTime() {
        LocalTime at = LocalTime.of(2, 30);
        for (SendSchedule schedule :
                List.of(
                        new Daily(at),
                        new Weekly(DayOfWeek.SUNDAY, at),
                        new Monthly(29, at),
                        new Monthly(Monthly.LAST, at))) {
            Instant after = moment("2026-01-01T00:10");
            Instant end = moment("2029-01-01T00:00");
            Instant last = Instant.MIN;
            while (after.isBefore(end)) {
                Optional<Instant> next = schedule.next(after, ZONE);
                assertThat(next).isPresent();
                LocalDateTime local = LocalDateTime.ofInstant(next.get(), ZONE);
                assertThat(next.get()).isAfter(after).isAfterOrEqualTo(last);
                assertThat(schedule.isOn(local.toLocalDate())).isTrue();
                assertThat(local.toLocalTime()).isEqualTo(at);
                last = next.get();
                after = after.plusSeconds(3_600);
            }
        }
    }

    /// 2026-03-29 has no 02:30 in Berlin, and 2026-10-25 has it twice.
    @Test
    void whereClocksAreChangedADayHasOne() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        SendSchedule daily = SendSchedule.parse("DAILY 02:30");
        assertThat(daily.next(Instant.parse("2026-03-29T00:00:00Z"), berlin))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
        Instant first = daily.next(Instant.parse("2026-10-24T12:00:00Z"), berlin).orElseThrow();
        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(daily.next(first, berlin)).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void whatWasMissedIsMadeOnce() {
        SendSchedule daily = SendSchedule.parse("DAILY 07:30");
        Instant backAgain = moment("2026-09-20T12:00");
        assertThat(daily.next(backAgain, ZONE)).contains(moment("2026-09-21T07:30"));
    }

    /// In the evening it is tomorrow at Greenwich already.
    @Test
    void todayIsTheProvincesDay() {
        ZoneId west = ZoneId.of("America/Bogota");
        SendSchedule daily = SendSchedule.parse("DAILY 23:30");
        assertThat(daily.next(Instant.parse("2026-09-02T03:00:00Z"), west))
                .contains(Instant.parse("2026-09-02T04:30:00Z"));
    }

    @Test
    void secondsAreNoPartOfIt() {
        LocalTime at = LocalTime.of(7, 30, 59, 1);
        assertThat(
                        List.of(
                                new Daily(at),
                                new Weekly(DayOfWeek.SUNDAY, at),
                                new Monthly(1, at),
                                new Once(LocalDate.of(2026, 9, 1), at)))
                .extracting(SendSchedule::line)
                .containsExactly(
                        "DAILY 07:30",
                        "WEEKLY SUNDAY 07:30",
                        "MONTHLY 1 07:30",
                        "ONCE 2026-09-01 07:30");
    }

    @Test
    void whatNoCalendarHasIsNoSchedule() {
        assertThatThrownBy(() -> SendSchedule.parse("MONTHLY 0 06:00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SendSchedule.parse("MONTHLY 32 06:00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SendSchedule.parse("HOURLY 06:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
