package io.credithub.api.teacher;

import io.credithub.api.delivery.ReplayResource;
import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.erasure.Erasures;
import io.credithub.flow.erasure.Erasures.Erasure;
import io.credithub.flow.erasure.Erasures.Preview;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Erasing a person: asked for here by the province, carried out by whoever owns the database.
@Path("/api/v1/teachers/{teacherNo}/erasure")
@Tag(name = "registry")
public final class ErasureResource {
    private final Erasures erasures;
    private final Callers callers;

    ErasureResource(Erasures erasures, Callers callers) {
        this.erasures = erasures;
        this.callers = callers;
    }

    /// @param basis the paragraph that demands it
    /// @param confirm the fingerprint of the preview that was looked at
    public record ErasureBody(
            @Schema(examples = "本人申请") @Nullable String reason,
            @Schema(examples = "《个人信息保护法》第四十七条") @Nullable String basis,
            @Nullable String confirm) {}

    @POST
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "申请删除一人的个人信息;dryRun=true 只预览 · Asks for a person to be erased; dryRun=true only"
                            + " tells what it would do",
            description =
                    "限省级登记机关。台账与学分不变;由数据库属主以 ./hub erase 执行 · For the province. Ledger and credits"
                            + " stay; the owner of the database carries it out by ./hub erase")
    @APIResponse(
            responseCode = "202",
            description = "已登记,待执行 · Asked for, to be carried out",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Erasure.class)))
    @APIResponse(
            responseCode = "200",
            description = "预览 · What it would do",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Preview.class)))
    public Uni<Response> erase(
            @PathParam("teacherNo") String teacherNo,
            @Parameter(
                            description = "true 只预览 · true: only tells what it would do",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("dryRun")
                    @Nullable String dryRun,
            @Nullable ErasureBody body) {
        if (!callers.viewsWhole()) throw new ProblemException(ProblemCode.FORBIDDEN);
        return erasures.preview(teacherNo)
                .chain(preview -> {
                    if (preview == null) throw new ProblemException(ProblemCode.NOT_FOUND);
                    return ReplayResource.isDryRun(dryRun)
                            ? Uni.createFrom().item(Response.ok(preview).build())
                            : ask(preview, body);
                });
    }

    private Uni<Response> ask(Preview preview, @Nullable ErasureBody body) {
        if (body == null) throw ProblemException.badParameter("confirm");
        String reason = BankRequests.text(body.reason(), "reason");
        String basis = BankRequests.text(body.basis(), "basis");
        String confirm = BankRequests.text(body.confirm(), "confirm");
        if (preview.asked() == null) {
            if (!preview.hindrances().isEmpty()) {
                throw new ProblemException(ProblemCode.ERASURE_HINDERED);
            }
            if (!confirm.equals(preview.fingerprint())) {
                throw new ProblemException(ProblemCode.ERASURE_OTHERWISE);
            }
        }
        return erasures.ask(preview.teacher(), reason, basis, callers.caller().key())
                .map(asked -> Response.accepted(asked).build());
    }
}
