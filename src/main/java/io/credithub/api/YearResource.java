package io.credithub.api;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.flow.Bank.DecidedYear;
import io.credithub.flow.DecideYears;
import io.credithub.flow.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Results of school years (学年常规审核): decided when the year is over, and opened again for a reason.
@Path("/api/v1/teachers/{teacherNo}/years/{year}/result")
@Tag(name = "bank")
public final class YearResource {
    private final DecideYears years;
    private final Callers callers;
    private final BankRequests requests;

    YearResource(DecideYears years, Callers callers, BankRequests requests) {
        this.years = years;
        this.callers = callers;
        this.requests = requests;
    }

    /// A decided year.
    public record Result(int schoolYear, Credits recognised, boolean qualified) {
        static Result of(FrozenYear year) {
            return new Result(year.schoolYear(), year.recognised(), year.qualified());
        }
    }

    /// Why a year is opened again.
    public record Reopening(@Schema(examples = "申诉核实") @Nullable String reason) {}

    @PUT
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "按今日计算结果审定已结束的学年 · Decides a school year that is over, as it is computed"
                            + " today")
    public Uni<Result> decide(
            @PathParam("teacherNo") String teacherNo, @PathParam("year") int year) {
        return years.decide(requests.of(teacherNo), BankRequests.schoolYear(year))
                .map(BankRequests::done)
                .map(Result::of);
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "该学年的审定记录 · How the year was decided, and opened again")
    public Uni<List<DecidedYear>> all(
            @PathParam("teacherNo") String teacherNo, @PathParam("year") int year) {
        return years.all(teacherNo, callers.view(), BankRequests.schoolYear(year))
                .map(BankRequests::known);
    }

    @DELETE
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "说明理由,重新打开学年 · Opens the year again, for a reason")
    public Uni<Void> reopen(
            @PathParam("teacherNo") String teacherNo,
            @PathParam("year") int year,
            @Nullable Reopening why) {
        String reason = BankRequests.text(why == null ? null : why.reason(), "reason");
        return years.reopen(requests.of(teacherNo), BankRequests.schoolYear(year), reason)
                .map(BankRequests::done)
                .replaceWithVoid();
    }
}
