package io.credithub.api.bank;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.YearStanding.DecidedYearStanding;
import io.credithub.flow.access.Role;
import io.credithub.flow.bank.TellYearsInQuestion;
import io.credithub.flow.bank.TellYearsInQuestion.OpenQuestion;
import io.credithub.flow.teacher.Registry.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Decided school years that wait for their authority: the ledger says something else by now.
@Path("/api/v1/years/in-question")
@Tag(name = "bank")
public final class YearsInQuestionResource {
    private final TellYearsInQuestion years;
    private final Callers callers;

    YearsInQuestionResource(TellYearsInQuestion years, Callers callers) {
        this.years = years;
        this.callers = callers;
    }

    /// A teacher's cycle with years in question.
    ///
    /// @param division the county that answers for the teacher
    public record OpenView(
            @Nullable String teacherNo,
            @Nullable String schoolCode,
            @Nullable String schoolName,
            String division,
            int cycle,
            List<YearView> years) {
        static OpenView of(OpenQuestion open) {
            Profile teacher = open.teacher();
            return new OpenView(
                    teacher.teacherNo(),
                    teacher.schoolCode(),
                    teacher.schoolName(),
                    teacher.division(),
                    open.cycle(),
                    open.years().stream().map(YearView::of).toList());
        }
    }

    /// @param decided as it was decided, and how the ledger differs
    public record YearView(int schoolYear, DecidedYearStanding decided) {
        static YearView of(YearStanding year) {
            return new YearView(year.schoolYear(), Objects.requireNonNull(year.decided()));
        }
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "本辖区内审定结果与账本不一致的学年,待确认或重新审定 · Decided school years of the division of"
                            + " which the ledger says something else: to be confirmed, or opened"
                            + " again and decided anew")
    public Uni<Page<OpenView>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        return years.tell(callers.view(), Cursor.number(cursor, 0), most + 1)
                .map(found -> Page.of(found, most, one -> Cursor.of(one.number())))
                .map(page -> page.map(OpenView::of));
    }
}
