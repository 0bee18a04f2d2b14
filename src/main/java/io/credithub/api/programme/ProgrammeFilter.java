package io.credithub.api.programme;

import io.credithub.api.parameter.AskedChoice;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.completion.Level;
import io.credithub.domain.completion.NormalForm;
import io.credithub.flow.register.RegisterQuery.EntryState;
import io.credithub.flow.register.RegisterQuery.RegisterSearch;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a caller looks for in the register. What is absent does not matter.
final class ProgrammeFilter {
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2099;

    @QueryParam("code")
    @Parameter(description = "编号的开头 · How the code begins")
    @Nullable String code;

    @QueryParam("name")
    @Parameter(description = "名称或别名中的一段 · A part of the name or of an alias")
    @Nullable String name;

    @QueryParam("level")
    @Parameter(description = "层次 · NATIONAL, PROVINCE, CITY, COUNTY or SCHOOL")
    @Nullable String level;

    @QueryParam("year")
    @Parameter(description = "期间所在的年份 · A year that the period touches")
    @Nullable Integer year;

    @QueryParam("organiser")
    @Parameter(description = "举办单位中的一段 · A part of the organiser")
    @Nullable String organiser;

    @QueryParam("state")
    @Parameter(description = "状态 · IN_FORCE, ENDED, JOINED or WITHDRAWN")
    @Nullable String state;

    @QueryParam("cursor")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.LIMIT)
    int limit;

    /// @throws ProblemException if a value is none of those that there are
    RegisterSearch search() {
        if (year != null && (year < YEAR_MIN || year > YEAR_MAX)) {
            throw ProblemException.badParameter(
                    "year", year, ExpectedValue.between(YEAR_MIN, YEAR_MAX));
        }
        return new RegisterSearch(
                code,
                normal(name),
                AskedChoice.inAnyCase("level", level, Level.values()),
                year,
                normal(organiser),
                AskedChoice.inAnyCase("state", state, EntryState.values()));
    }

    private static @Nullable String normal(@Nullable String text) {
        return text == null ? null : NormalForm.programme(text);
    }
}
