package io.credithub.api.review;

import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.review.SignOffState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.review.SignOffs.SignOffFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which sign-offs are asked for.
public final class SignOffQuestion {
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2100;

    @QueryParam("division")
    @Parameter(description = "行政区划代码 · Only of this county, or of this city's counties")
    @Nullable String division;

    @QueryParam("schoolYear")
    @Parameter(description = "学年的首年 · A school year by its first year")
    @Nullable Integer schoolYear;

    @QueryParam("state")
    @Parameter(
            description =
                    "PREPARED 待核准、APPROVED 待审结、CONCLUDED 已签署、RETURNED 已退回;默认全部 · One of these"
                            + " states; any by default")
    @Nullable String state;

    @QueryParam("cursor")
    @Parameter(description = "上一页的 next · The next of the page before")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    SignOffFilter filter(Jurisdiction view) {
        return new SignOffFilter(within(view), year(schoolYear), state());
    }

    /// @throws ProblemException if it is none, or not the caller's: nobody can tell the difference
    private Jurisdiction within(Jurisdiction view) {
        if (division == null) return view;
        try {
            Jurisdiction asked = new Jurisdiction(division);
            if (asked.prefix().startsWith(view.prefix())) return asked;
        } catch (IllegalArgumentException notADivision) {
            // the same answer as for one of others
        }
        throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
    }

    static @Nullable Integer year(@Nullable Integer asked) {
        if (asked == null || (asked >= YEAR_MIN && asked <= YEAR_MAX)) return asked;
        throw ProblemException.badParameter(
                "schoolYear", asked, ExpectedValue.between(YEAR_MIN, YEAR_MAX));
    }

    private @Nullable SignOffState state() {
        if (state == null) return null;
        for (SignOffState one : SignOffState.values()) if (one.name().equals(state)) return one;
        throw ProblemException.badParameter(
                "state", state, ExpectedValue.oneOf(SignOffState.values()));
    }

    long before() {
        return Cursor.number(cursor, Long.MAX_VALUE);
    }
}
