package io.credithub.api.bank;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.bank.GrantExemptions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Exemptions (减免) of a teacher: granted on evidence, listed, taken back.
@Path("/api/v1/teachers/{teacherNo}/exemptions")
@Tag(name = "bank")
public final class ExemptionResource {
    private final GrantExemptions exemptions;
    private final Callers callers;
    private final BankRequests requests;

    ExemptionResource(GrantExemptions exemptions, Callers callers, BankRequests requests) {
        this.exemptions = exemptions;
        this.callers = callers;
        this.requests = requests;
    }

    /// The body of the request.
    ///
    /// @param kind one that the policy knows
    /// @param evidence reference to the paper that it rests on
    public record ExemptionBody(
            @Schema(examples = "MATERNITY") @Nullable String kind,
            @Schema(examples = "2026") @Nullable Integer schoolYear,
            @Schema(examples = "产假审批〔2026〕17号") @Nullable String evidence) {}

    /// What was made.
    public record MadeExemption(UUID id) {}

    @POST
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @ResponseStatus(201)
    @Operation(summary = "凭佐证给予某学年的减免 · Grants an exemption for a school year, on evidence")
    public Uni<MadeExemption> grant(
            @PathParam("teacherNo") String teacherNo, @Nullable ExemptionBody body) {
        if (body == null || body.kind() == null || !exemptions.isKind(body.kind())) {
            String kind = body == null ? null : body.kind();
            throw ProblemException.badParameter(
                    "kind", kind, ExpectedValue.oneOf(exemptions.kinds()));
        }
        GrantExemptions.ExemptionRequest checked =
                new GrantExemptions.ExemptionRequest(
                        body.kind(),
                        BankRequests.schoolYear(body.schoolYear()),
                        BankRequests.text(body.evidence(), "evidence"));
        return exemptions
                .grant(requests.of(teacherNo), checked)
                .map(BankRequests::done)
                .map(MadeExemption::new);
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "列出减免,含已收回的 · Lists the exemptions, those taken back too")
    public Uni<List<ExemptionRecord>> all(@PathParam("teacherNo") String teacherNo) {
        return exemptions.all(teacherNo, callers.view()).map(BankRequests::known);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "收回减免 · Takes an exemption back")
    public Uni<Void> end(@PathParam("teacherNo") String teacherNo, @PathParam("id") String id) {
        return exemptions
                .end(requests.of(teacherNo), BankRequests.id(id))
                .map(BankRequests::done)
                .replaceWithVoid();
    }
}
