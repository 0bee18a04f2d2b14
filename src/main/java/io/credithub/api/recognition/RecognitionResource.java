package io.credithub.api.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.access.Role;
import io.credithub.flow.recognition.ClaimQuery;
import io.credithub.flow.recognition.SubmitClaim;
import io.credithub.flow.recognition.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Claims for what teachers did on their own: the school's side. A school sees its own claims; a
/// claim out of sight is answered exactly like one that does not exist.
@Path("/api/v1/recognitions")
@Tag(name = "recognition")
public final class RecognitionResource {
    private final SubmitClaim submit;
    private final ClaimQuery tell;
    private final Callers callers;

    RecognitionResource(SubmitClaim submit, ClaimQuery tell, Callers callers) {
        this.submit = submit;
        this.tell = tell;
        this.callers = callers;
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed({Role.SCHOOL, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "学校申报自主研修成果或学历学习 · Submits a claim for a result of teachers' own work or degree"
                            + " study",
            description =
                    "同键或同校同编号的相同内容得同一申报 · The same under the same Idempotency-Key or claimRef"
                            + " gives the same number; another content under it: 409")
    @APIResponse(
            responseCode = "201",
            description = "已受理;200 表示此前已受理 · Filed; 200: it was filed before",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClaimView.class)))
    public Uni<Response> submit(
            @BeanParam ClaimHeaders headers,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Claim")))
                    @Nullable String body) {
        JsonNode content = ClaimAnswers.json(body);
        return submit.submit(callers.caller(), content, headers.key()).map(ClaimAnswers::ofNew);
    }

    @GET
    @RolesAllowed({Role.SCHOOL, Role.REGISTRAR, Role.READER, Role.OPERATOR})
    @Operation(summary = "列出申报 · Lists claims in the order of their numbers")
    public Uni<Page<ClaimView.ClaimBrief>> list(
            @QueryParam("state") @Parameter(description = "只列此状态 · Only those in this state")
                    @Nullable String state,
            @QueryParam("after") @Parameter(description = "上一页的 next · The next of the page before")
                    @Nullable String after,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        Visibility sight = Visibility.of(callers.caller().grant());
        return tell.list(sight, state(state), Cursor.number(after, 0), most + 1)
                .map(found ->
                        Page.of(found, most, last -> Cursor.of(last.number().id()))
                                .map(ClaimView.ClaimBrief::of));
    }

    private static @Nullable ClaimState state(@Nullable String name) {
        if (name == null) return null;
        for (ClaimState state : ClaimState.values()) if (state.name().equals(name)) return state;
        throw ProblemException.badParameter(
                "state", name, ExpectedValue.oneOf(ClaimState.values()));
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Role.SCHOOL, Role.REGISTRAR, Role.READER, Role.OPERATOR})
    @Operation(
            summary =
                    "一项申报:内容、经过、按现行政策的折算或入账 · A claim: what was sent, its history, its worth by"
                            + " the policy in force, or what it became")
    public Uni<ClaimView> one(@PathParam("number") String number) {
        return tell.tell(ClaimAnswers.number(number), Visibility.of(callers.caller().grant()))
                .map(found ->
                        found.map(ClaimView::of)
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    @POST
    @Path("/{number}/resubmission")
    @Consumes("application/json")
    @RolesAllowed({Role.SCHOOL, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "补充后再次提交被退回的申报 · Sends a returned claim again, whole")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClaimView.class)))
    public Uni<Response> resubmit(
            @PathParam("number") String number,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Claim")))
                    @Nullable String body) {
        JsonNode content = ClaimAnswers.json(body);
        return submit.resubmit(callers.caller(), ClaimAnswers.number(number), content)
                .map(ClaimAnswers::of);
    }

    @POST
    @Path("/{number}/withdrawal")
    @Consumes("application/json")
    @RolesAllowed({Role.SCHOOL, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "撤回尚未认定的申报 · Takes back a claim that nobody has decided")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClaimView.class)))
    public Uni<Response> withdraw(
            @PathParam("number") String number,
            @RequestBody(content = @Content(schema = @Schema(ref = "ClaimNote")))
                    @Nullable String body) {
        String note =
                body == null || body.isBlank()
                        ? null
                        : ClaimAnswers.note(ClaimAnswers.only(ClaimAnswers.json(body), "note"));
        return submit.withdraw(callers.caller(), ClaimAnswers.number(number), note)
                .map(ClaimAnswers::of);
    }
}
