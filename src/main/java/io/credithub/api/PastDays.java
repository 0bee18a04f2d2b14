package io.credithub.api;

import io.credithub.flow.Policies;
import io.credithub.flow.TellStanding;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Days that somebody asks about, in the province's time: today or a past one.
@Singleton
final class PastDays {
    private final Policies policies;
    private final TellStanding standings;

    PastDays(Policies policies, TellStanding standings) {
        this.policies = policies;
        this.standings = standings;
    }

    /// @param asked `2024-08-31`; null: today
    /// @throws ProblemException if it is no day, or one to come
    LocalDate past(@Nullable String asked) {
        LocalDate today = standings.today();
        if (asked == null) return today;
        try {
            LocalDate day = LocalDate.parse(asked);
            if (!day.isAfter(today)) return day;
        } catch (DateTimeParseException _) {
            // answered like a day to come
        }
        throw ProblemException.badParameter("asOf");
    }

    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(policies.zone()).toInstant();
    }
}
