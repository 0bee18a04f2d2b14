package io.credithub.api.division;

import io.credithub.api.parameter.AskedChoice;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.KnownDivision;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which divisions a caller looks for. What is absent does not matter. Filled in by the framework.
public final class DivisionFilter {
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2099;

    /// Which validity is meant.
    enum Validity {
        TODAY,
        ABOLISHED
    }

    @QueryParam("parent")
    @Parameter(description = "上级的六位代码 · The code of what they belong to")
    @Nullable String parent;

    @QueryParam("level")
    @Parameter(
            description = "层级 · Level",
            schema = @Schema(enumeration = {"PROVINCE", "CITY", "COUNTY"}))
    @Nullable String level;

    @QueryParam("name")
    @Parameter(description = "全称中的一段 · A part of the full name")
    @Nullable String name;

    @QueryParam("validity")
    @Parameter(
            description = "现行或已撤销 · Of today, or no more; both without it",
            schema = @Schema(enumeration = {"TODAY", "ABOLISHED"}))
    @Nullable String validity;

    @QueryParam("schoolYear")
    @Parameter(description = "该学年的区划,如 2017 · As they were in a school year")
    @Nullable Integer schoolYear;

    @QueryParam("cursor")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    /// @throws ProblemException if a value is none of those that there are
    Predicate<KnownDivision> wanted() {
        if (schoolYear != null && (schoolYear < YEAR_MIN || schoolYear > YEAR_MAX)) {
            throw ProblemException.badParameter(
                    "schoolYear", schoolYear, ExpectedValue.between(YEAR_MIN, YEAR_MAX));
        }
        if (parent != null && !DivisionLevel.isCode(parent)) {
            throw ProblemException.badParameter("parent", parent, ExpectedValue.DIVISION);
        }
        DivisionLevel ofLevel = AskedChoice.inAnyCase("level", level, DivisionLevel.values());
        Validity valid = AskedChoice.inAnyCase("validity", validity, Validity.values());
        return one ->
                (parent == null || parent.equals(one.parent()))
                        && (ofLevel == null || ofLevel == one.level())
                        && (valid == null || one.isToday() == (valid == Validity.TODAY))
                        && (schoolYear == null || one.holdsIn(schoolYear));
    }
}
