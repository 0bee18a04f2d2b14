package io.credithub.api.adjustment;

import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.adjustment.Adjustments.AdjustmentFilter;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which adjustments are asked for.
public final class AdjustmentQuestion {
    @QueryParam("state")
    @Parameter(
            description =
                    "PROPOSED 待复核、POSTED、REFUSED、WITHDRAWN 或 REVOKED;默认全部 · One of these states;"
                            + " any by default")
    @Nullable String state;

    @QueryParam("division")
    @Parameter(description = "行政区划代码 · Only teachers of this county or city")
    @Nullable String division;

    @QueryParam("teacher")
    @Parameter(description = "教师编号 · Only this teacher's")
    @Nullable String teacher;

    @QueryParam("cursor")
    @Parameter(description = "上一页的 next · The next of the page before")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    AdjustmentFilter filter(Jurisdiction within) {
        return new AdjustmentFilter(within, state(), part(), teacher);
    }

    private @Nullable AdjustmentState state() {
        if (state == null) return null;
        for (AdjustmentState one : AdjustmentState.values()) {
            if (one.name().equals(state)) return one;
        }
        throw ProblemException.badParameter(
                "state", state, ExpectedValue.oneOf(AdjustmentState.values()));
    }

    private @Nullable Jurisdiction part() {
        if (division == null) return null;
        try {
            return new Jurisdiction(division);
        } catch (IllegalArgumentException noDivision) {
            throw ProblemException.badParameter("division", division, ExpectedValue.DIVISION);
        }
    }

    long before() {
        return Cursor.number(cursor, Long.MAX_VALUE);
    }
}
