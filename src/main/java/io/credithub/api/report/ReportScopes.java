package io.credithub.api.report;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.rules.Policies;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Divisions and school years that reports are asked for.
@Singleton
public final class ReportScopes {
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2100;

    private final Callers callers;
    private final Policies policies;
    private final InstantSource clock;

    ReportScopes(Callers callers, Policies policies, InstantSource clock) {
        this.callers = callers;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param division absent: all of the caller's that the hub is for
    /// @throws ProblemException if it is none, or not the caller's: nobody can tell the difference
    Jurisdiction within(@Nullable String division) {
        Jurisdiction view = callers.view();
        if (division == null) {
            String province = policies.rules().province();
            return view.covers(province) ? new Jurisdiction(province) : view;
        }
        try {
            Jurisdiction asked = new Jurisdiction(division);
            if (asked.isWithin(view)) return asked;
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for one of others
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    /// @param schoolYear absent: the one that is running
    /// @throws ProblemException if no school year can be meant
    int year(@Nullable Integer schoolYear) {
        if (schoolYear == null) {
            return policies.inForce()
                    .policy()
                    .terms()
                    .calendar()
                    .schoolYearOf(policies.dayOf(clock.instant()));
        }
        if (schoolYear >= YEAR_MIN && schoolYear <= YEAR_MAX) return schoolYear;
        throw ProblemException.badParameter(
                "schoolYear", schoolYear, ExpectedValue.between(YEAR_MIN, YEAR_MAX));
    }
}
