package io.credithub.api.report;

import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.PastDays;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.ReportCode;
import io.credithub.domain.Text;
import io.credithub.domain.report.ReportName;
import io.credithub.flow.report.SettledMoments;
import io.credithub.flow.rules.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Moments of which somebody wants to know what was known: the end of a past day, or an instant up
/// to now.
@Singleton
final class KnownOn {
    private static final String NAME = "asOf";

    private static final Text EXPECTED =
            new Text(
                    "填写已结束的日期(截至该日终),如 2026-08-31,或不晚于此刻的时刻,如 2026-08-31T08:00:00+08:00;未填为生成之时",
                    "write a day that is over, like 2026-08-31, which means its end, or a time up"
                            + " to now, like 2026-08-31T08:00:00+08:00; without it, as it is when"
                            + " made");

    private final SettledMoments moments;
    private final Policies policies;
    private final InstantSource clock;

    KnownOn(SettledMoments moments, Policies policies, InstantSource clock) {
        this.moments = moments;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param asked null: nothing is said of it
    /// @return null likewise
    /// @throws ProblemException if it is none, or is yet to come
    @Nullable Instant moment(@Nullable String asked) {
        if (asked == null) return null;
        LocalDate day = PastDays.day(asked);
        Instant moment = day == null ? instant(asked) : endOf(day);
        if (moment != null && !moment.isAfter(clock.instant())) return moment;
        throw ProblemException.badParameter(NAME, asked, EXPECTED);
    }

    /// What is of the next day is not of this one: the registry tells moments by microseconds.
    private Instant endOf(LocalDate day) {
        ZoneId zone = policies.zone();
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private static @Nullable Instant instant(String asked) {
        try {
            Instant moment = OffsetDateTime.parse(asked).toInstant().truncatedTo(ChronoUnit.MICROS);
            return moment.isBefore(Instant.EPOCH) ? null : moment;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /// @return fails with [ProblemException] if nobody knows any more what was known then
    Uni<Void> known(ReportName name, @Nullable Instant moment) {
        if (moment == null) return Uni.createFrom().voidItem();
        return moments.first(name)
                .invoke(first -> {
                    if (moment.isBefore(first)) throw tooEarly(first);
                })
                .replaceWithVoid();
    }

    private ProblemException tooEarly(Instant first) {
        String since = PastDays.local(first.plusSeconds(1), policies.zone());
        Text remedy = new Text("不早于 " + since, "not before " + since);
        return new ProblemException(
                ReportCode.NOT_KNOWN_SO_EARLY, Particulars.of(NAME, null, remedy));
    }
}
