package io.credithub.api.explain;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Sentences;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.explain.ExplainAward;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Why an award is what it is, as data and as sentences. One of a teacher outside the caller's
/// jurisdiction is answered exactly like one that does not exist.
@Path("/api/v1/awards/{id}/explanation")
@Tag(name = "registry")
public final class ExplanationResource {
    private final ExplainAward awards;
    private final Callers callers;

    ExplanationResource(ExplainAward awards, Callers callers) {
        this.awards = awards;
        this.callers = callers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一笔学分的来龙去脉:原始记录、代码对照、条款与步骤、后续变动 · Why an award is what it is: raw record,"
                            + " code tables, rules with paragraphs, and what became of it")
    @APIResponse(
            responseCode = "200",
            description =
                    "证件号码已掩码;text/plain 只有句子 · ID numbers are masked; as text/plain the sentences"
                            + " alone",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExplanationView.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class))
            })
    public Uni<Response> award(
            @PathParam("id")
                    @Parameter(
                            description =
                                    "账本行号,即账单中的 seq · The line's seq, as a statement shows it",
                            example = "1")
                    long id,
            @Context HttpHeaders headers) {
        return awards.explain(id, callers.view())
                .map(found -> {
                    ExplanationView view =
                            ExplanationView.of(
                                    found.orElseThrow(
                                            () -> new ProblemException(ProblemCode.NOT_FOUND)));
                    return Sentences.answer(headers, view, view.sentences());
                });
    }
}
