package io.credithub.api.bank;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.domain.bank.Lending;
import io.credithub.flow.access.Role;
import io.credithub.flow.bank.Bank.LoanRecord;
import io.credithub.flow.bank.LendCredits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Loans (借贷) of a teacher: made, listed, given back. How much is lent, the hub computes.
@Path("/api/v1/teachers/{teacherNo}/loans")
@Tag(name = "bank")
public final class LoanResource {
    private final LendCredits loans;
    private final Callers callers;
    private final BankRequests requests;

    LoanResource(LendCredits loans, Callers callers, BankRequests requests) {
        this.loans = loans;
        this.callers = callers;
        this.requests = requests;
    }

    /// The body of the request.
    ///
    /// @param line key of the yearly floor, where the policy lends per form
    public record LoanBody(
            @Schema(examples = "2026") @Nullable Integer schoolYear, @Nullable String line) {}

    @POST
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            summary = "借入本学年所缺学分,金额由系统计算 · Lends exactly what the current school year lacks",
            description =
                    "只能借本学年所缺;一次只有一笔;政策未规定的不能连续两年借;下一学年归还 · For the current school"
                            + " year only, one at a time, and repaid by the next year's credits")
    public Uni<LendCredits.NewLoan> lend(
            @PathParam("teacherNo") String teacherNo, @Nullable LoanBody body) {
        int year = BankRequests.schoolYear(body == null ? null : body.schoolYear());
        Lending.LoanRequest asked =
                new Lending.LoanRequest(year, body == null ? null : body.line());
        return loans.lend(requests.of(teacherNo), asked).map(BankRequests::done);
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "列出借贷,含已撤销的 · Lists the loans, those given back too")
    public Uni<List<LoanRecord>> all(@PathParam("teacherNo") String teacherNo) {
        return loans.all(teacherNo, callers.view()).map(BankRequests::known);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "本学年内撤销借贷 · Gives a loan back while its school year runs")
    public Uni<Void> giveBack(
            @PathParam("teacherNo") String teacherNo, @PathParam("id") String id) {
        return loans.giveBack(requests.of(teacherNo), BankRequests.id(id))
                .map(BankRequests::done)
                .replaceWithVoid();
    }
}
