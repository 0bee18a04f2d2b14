package io.credithub.api.problem;

import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.StandingQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Days that somebody asks about, in the province's time: today or a past one.
@Singleton
public final class PastDays {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Policies policies;
    private final StandingQuery standings;

    PastDays(Policies policies, StandingQuery standings) {
        this.policies = policies;
        this.standings = standings;
    }

    /// @return null if it is none, or of a year that no calendar of ours and no database has
    public static @Nullable LocalDate day(String asked) {
        try {
            LocalDate day = LocalDate.parse(asked);
            return day.isBefore(FIRST) || day.isAfter(LAST) ? null : day;
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    /// @param asked `2024-08-31`; null: today
    /// @throws ProblemException if it is no day, or one to come
    public LocalDate past(@Nullable String asked) {
        LocalDate today = standings.today();
        if (asked == null) return today;
        LocalDate day = day(asked);
        if (day != null && !day.isAfter(today)) return day;
        throw ProblemException.badParameter("asOf", asked, ExpectedValue.DAY);
    }

    /// As people of the province read it: `2026-09-01T00:25:00+08:00`.
    public String local(Instant moment) {
        return local(moment, policies.zone());
    }

    public static String local(Instant moment, ZoneId zone) {
        return moment.truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /// Of today all that is known counts.
    public Instant endOf(LocalDate day) {
        if (day.equals(standings.today())) return StandingQuery.END_OF_TIME;
        return day.plusDays(1).atStartOfDay(policies.zone()).toInstant();
    }
}
