package io.credithub.flow.review;

import io.credithub.domain.review.SignOffAct.SignOffBar;

/// Why nothing was prepared, or no step was taken. A closed list.
public enum SignOffRefusal {
    /// A version of this county and school year waits for a step already.
    OPEN_ALREADY,
    /// It waits for another step, or for none.
    ANOTHER_STEP,
    /// The step is the county's own.
    COUNTY_ONLY,
    /// The step is the city's or the province's.
    ABOVE_ONLY,
    /// The person has taken an earlier step.
    SAME_PERSON,
    /// The school year is not over.
    YEAR_RUNNING,
    /// Lists do not tell of the school year any more.
    YEAR_OUT_OF_REACH,
    /// Lists do not have the last changes yet.
    LISTS_BEHIND,
    /// A file of it would be larger than is kept.
    TOO_LARGE;

    static SignOffRefusal of(SignOffBar bar) {
        return switch (bar) {
            case OPEN -> OPEN_ALREADY;
            case ANOTHER_STEP -> ANOTHER_STEP;
            case COUNTY_ONLY -> COUNTY_ONLY;
            case ABOVE_ONLY -> ABOVE_ONLY;
            case SAME_PERSON -> SAME_PERSON;
        };
    }
}
