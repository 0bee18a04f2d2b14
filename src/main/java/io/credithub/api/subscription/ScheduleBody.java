package io.credithub.api.subscription;

import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.domain.subscription.SendSchedule;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a report goes out, by the province's clock.
///
/// @param weekday of `WEEKLY`
/// @param day of `MONTHLY`, 1 to 31; 31 is the last day of every month
/// @param date of `ONCE`
/// @param time `07:30`
public record ScheduleBody(
        @Schema(enumeration = {"DAILY", "WEEKLY", "MONTHLY", "ONCE"}) @Nullable String every,
        @Schema(
                        enumeration = {
                            "MONDAY",
                            "TUESDAY",
                            "WEDNESDAY",
                            "THURSDAY",
                            "FRIDAY",
                            "SATURDAY",
                            "SUNDAY"
                        })
                @Nullable String weekday,
        @Nullable Integer day,
        @Schema(examples = "2026-09-01") @Nullable String date,
        @Schema(examples = "07:30") @Nullable String time) {
    private static final Text TIME = new Text("填写时刻,如 07:30", "write a time, like 07:30");
    private static final Text DATE =
            new Text("填写日期,如 2026-09-01", "write a day that exists, like 2026-09-01");
    private static final int YEARS_MAX = 2100;

    /// @throws ProblemException naming what is wrong, and what would be right
    static SendSchedule of(@Nullable ScheduleBody asked) {
        ScheduleBody body =
                Objects.requireNonNullElseGet(
                        asked, () -> new ScheduleBody(null, null, null, null, null));
        String every = body.every == null ? "" : body.every;
        return switch (every) {
            case "DAILY" -> {
                body.only(null, null, null);
                yield new SendSchedule.Daily(body.at());
            }
            case "WEEKLY" -> {
                body.only(body.weekday, null, null);
                yield new SendSchedule.Weekly(body.on(), body.at());
            }
            case "MONTHLY" -> {
                body.only(null, body.day, null);
                yield new SendSchedule.Monthly(body.dayOfMonth(), body.at());
            }
            case "ONCE" -> {
                body.only(null, null, body.date);
                yield new SendSchedule.Once(body.onDay(), body.at());
            }
            default ->
                    throw ProblemException.badParameter(
                            "schedule.every",
                            body.every,
                            ExpectedValue.oneOf("DAILY", "WEEKLY", "MONTHLY", "ONCE"));
        };
    }

    /// What a schedule of another kind would name is no part of this one.
    private void only(
            @Nullable String weekdayOf, @Nullable Integer dayOf, @Nullable String dateOf) {
        if (!Objects.equals(weekday, weekdayOf)) throw notHere("schedule.weekday", weekday);
        if (!Objects.equals(day, dayOf)) throw notHere("schedule.day", day);
        if (!Objects.equals(date, dateOf)) throw notHere("schedule.date", date);
    }

    private static ProblemException notHere(String name, @Nullable Object given) {
        return ProblemException.badParameter(name, given, ExpectedValue.NOTHING);
    }

    private LocalTime at() {
        try {
            if (time != null && time.length() == "07:30".length()) return LocalTime.parse(time);
        } catch (DateTimeException notATime) {
            // the same answer as for none
        }
        throw ProblemException.badParameter("schedule.time", time, TIME);
    }

    private DayOfWeek on() {
        for (DayOfWeek one : DayOfWeek.values()) {
            if (one.name().equals(weekday)) return one;
        }
        throw ProblemException.badParameter(
                "schedule.weekday", weekday, ExpectedValue.oneOf(DayOfWeek.values()));
    }

    private int dayOfMonth() {
        if (day != null && day >= 1 && day <= SendSchedule.Monthly.LAST) return day;
        throw ProblemException.badParameter(
                "schedule.day", day, ExpectedValue.between(1, SendSchedule.Monthly.LAST));
    }

    private LocalDate onDay() {
        try {
            if (date != null) {
                LocalDate parsed = LocalDate.parse(date);
                if (!Year.of(YEARS_MAX).isBefore(Year.from(parsed))) return parsed;
            }
        } catch (DateTimeException notADay) {
            // the same answer as for none
        }
        throw ProblemException.badParameter("schedule.date", date, DATE);
    }

    static ScheduleBody of(SendSchedule schedule) {
        String time = schedule.at().toString();
        return switch (schedule) {
            case SendSchedule.Daily _ -> new ScheduleBody("DAILY", null, null, null, time);
            case SendSchedule.Weekly weekly ->
                    new ScheduleBody("WEEKLY", weekly.on().name(), null, null, time);
            case SendSchedule.Monthly monthly ->
                    new ScheduleBody("MONTHLY", null, monthly.day(), null, time);
            case SendSchedule.Once once ->
                    new ScheduleBody("ONCE", null, null, once.on().toString(), time);
        };
    }
}
