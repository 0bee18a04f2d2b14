package io.credithub.api.bank;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.domain.Credits;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.YearStanding.DecidedYearStanding;
import io.credithub.flow.access.Role;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.Bank.Confirmed;
import io.credithub.flow.bank.Bank.DecidedYear;
import io.credithub.flow.bank.DecideYears;
import io.credithub.flow.bank.DecideYears.YearHistory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
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
    public record YearDecisionView(int schoolYear, Credits recognised, boolean qualified) {
        static YearDecisionView of(FrozenYear year) {
            return new YearDecisionView(year.schoolYear(), year.recognised(), year.qualified());
        }
    }

    /// Why a year is opened again.
    public record Reopening(@Schema(examples = "申诉核实") @Nullable String reason) {}

    /// Why a result stands in spite of what the ledger says.
    public record Confirming(@Schema(examples = "来源系统误撤,原始材料已核") @Nullable String reason) {}

    /// One decision on the year.
    ///
    /// @param ended when the year was opened again; absent: it holds
    /// @param reason why it was opened again
    /// @param inQuestion whether the ledger says something else by now; false once it is confirmed,
    ///   or ended
    /// @param ledger what the ledger holds of the year today, and how it differs; absent once ended
    public record DecisionView(
            UUID id,
            int schoolYear,
            Credits recognised,
            boolean qualified,
            Stamp granted,
            @Nullable Stamp ended,
            @Nullable String reason,
            List<Confirmed> confirmed,
            boolean inQuestion,
            @Nullable LedgerView ledger) {
        static List<DecisionView> of(YearHistory told) {
            return told.decisions().stream().map(one -> of(one, told.today().decided())).toList();
        }

        private static DecisionView of(DecidedYear one, @Nullable DecidedYearStanding today) {
            DecidedYearStanding holding = one.ended() == null ? today : null;
            return new DecisionView(
                    one.id(),
                    one.schoolYear(),
                    one.recognised(),
                    one.qualified(),
                    one.granted(),
                    one.ended(),
                    one.reason(),
                    one.confirmed(),
                    holding != null && holding.inQuestion(),
                    holding == null ? null : LedgerView.of(holding));
        }
    }

    /// What the ledger holds of a decided year.
    ///
    /// @param difference what it holds less what was decided
    /// @param lines floors and themes of which it says something else
    public record LedgerView(
            Credits recognised,
            Credits difference,
            List<DecidedYearStanding.YearDifference> lines) {
        static LedgerView of(DecidedYearStanding today) {
            return new LedgerView(
                    today.recognised().plus(today.difference()), today.difference(), today.lines());
        }
    }

    @PUT
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "按今日计算结果审定已结束的学年 · Decides a school year that is over, as it is computed"
                            + " today")
    public Uni<YearDecisionView> decide(
            @PathParam("teacherNo") String teacherNo, @PathParam("year") int year) {
        return years.decide(requests.of(teacherNo), BankRequests.schoolYear(year))
                .map(BankRequests::done)
                .map(YearDecisionView::of);
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "该学年的审定记录 · How the year was decided, and opened again")
    public Uni<List<DecisionView>> all(
            @PathParam("teacherNo") String teacherNo, @PathParam("year") int year) {
        return years.all(teacherNo, callers.view(), BankRequests.schoolYear(year))
                .map(BankRequests::known)
                .map(DecisionView::of);
    }

    @POST
    @Path("/confirmations")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(204)
    @Operation(
            summary = "审定结果与账本不一致时,说明理由予以确认 · Confirms a result that is in question, for a reason",
            description =
                    "审定结果照旧,学分银行仍以账本所有为限 · The result goes on standing; the bank goes on giving"
                            + " out at most what the ledger holds")
    @APIResponse(responseCode = "204", description = "已确认 · Confirmed")
    public Uni<Void> confirm(
            @PathParam("teacherNo") String teacherNo,
            @PathParam("year") int year,
            @Nullable Confirming why) {
        String reason = BankRequests.text(why == null ? null : why.reason(), "reason");
        return years.confirm(requests.of(teacherNo), BankRequests.schoolYear(year), reason)
                .map(BankRequests::done)
                .replaceWithVoid();
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
