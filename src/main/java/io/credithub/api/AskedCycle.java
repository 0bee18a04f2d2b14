package io.credithub.api;

import io.credithub.flow.TellStanding;
import io.credithub.flow.TellStatement;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The cycle and the day that a caller asks about, where they are any.
@Singleton
final class AskedCycle {
    private final TellStatement statements;
    private final TellStanding standings;

    AskedCycle(TellStatement statements, TellStanding standings) {
        this.statements = statements;
        this.standings = standings;
    }

    /// @param asked absent: the current one
    /// @throws ProblemException if no cycle begins with that school year
    int cycle(@Nullable Integer asked) {
        int cycle = asked == null ? statements.currentCycle() : asked;
        if (!statements.isCycle(cycle)) throw ProblemException.badParameter("cycle");
        return cycle;
    }

    /// @param asked absent: today
    /// @throws ProblemException if it is no day, or one to come
    LocalDate day(@Nullable String asked) {
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
}
