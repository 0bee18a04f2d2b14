package io.credithub.api.teacher;

import io.credithub.api.teacher.StatementView.StandingView;
import io.credithub.flow.statement.StandingQuery.KnownStanding;
import java.time.LocalDate;

/// Where a teacher stood, as it was known at the end of a day.
///
/// @param entries awards in force by then
public record KnownStandingView(
        String teacherNo,
        int cycle,
        LocalDate asOf,
        String policy,
        int entries,
        StandingView standing) {
    static KnownStandingView of(KnownStanding known) {
        return new KnownStandingView(
                known.teacherNo(),
                known.standing().cycle(),
                known.standing().asOf(),
                known.policy().id(),
                known.entries(),
                StandingView.of(known.standing()));
    }
}
