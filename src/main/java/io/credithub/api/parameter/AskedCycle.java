package io.credithub.api.parameter;

import io.credithub.api.problem.PastDays;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Text;
import io.credithub.flow.statement.StatementQuery;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The cycle and the day that a caller asks about, where they are any.
@Singleton
public final class AskedCycle {
    private static final Text CYCLE =
            new Text(
                    "填写周期首学年,如 2022,或不填",
                    "write the first school year of a cycle, like 2022, or leave it out");

    private final StatementQuery statements;
    private final PastDays days;

    AskedCycle(StatementQuery statements, PastDays days) {
        this.statements = statements;
        this.days = days;
    }

    /// @param asked absent: the current one
    /// @throws ProblemException if no cycle begins with that school year
    public int cycle(@Nullable Integer asked) {
        int cycle = asked == null ? statements.currentCycle() : asked;
        if (!statements.isCycle(cycle)) throw ProblemException.badParameter("cycle", cycle, CYCLE);
        return cycle;
    }

    /// As people of the province read it.
    String local(Instant moment) {
        return days.local(moment);
    }

    /// @param asked absent: today
    /// @throws ProblemException if it is no day, or one to come
    public LocalDate day(@Nullable String asked) {
        return days.past(asked);
    }
}
