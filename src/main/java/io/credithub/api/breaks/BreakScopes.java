package io.credithub.api.breaks;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.rules.Policies;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Divisions and school years that callers name.
@Singleton
final class BreakScopes {
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2100;

    private final Callers callers;
    private final Policies policies;

    BreakScopes(Callers callers, Policies policies) {
        this.callers = callers;
        this.policies = policies;
    }

    /// @param division absent: all of the caller's
    /// @throws ProblemException if it is none, or not the caller's: nobody can tell the difference
    Jurisdiction within(@Nullable String division) {
        Jurisdiction view = callers.view();
        if (division == null) return view;
        try {
            Jurisdiction asked = new Jurisdiction(division);
            if (asked.prefix().startsWith(view.prefix())) return asked;
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for one of others
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    /// What is in sight when a division is looked at: what is nobody's belongs to the whole.
    Jurisdiction sight(Jurisdiction within) {
        return within.covers(policies.rules().province()) ? Jurisdiction.NATION : within;
    }

    /// What is in the caller's sight.
    Jurisdiction sight() {
        return sight(callers.view());
    }

    /// @throws ProblemException if no school year can be meant
    @Nullable Integer year(@Nullable Integer schoolYear) {
        if (schoolYear == null || (schoolYear >= YEAR_MIN && schoolYear <= YEAR_MAX)) {
            return schoolYear;
        }
        throw ProblemException.badParameter(
                "schoolYear", schoolYear, ExpectedValue.between(YEAR_MIN, YEAR_MAX));
    }
}
