package io.credithub.api.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.WholeNumber;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.flow.access.Role;
import io.credithub.flow.recognition.DecideClaim;
import io.credithub.flow.recognition.DecideClaim.ClaimVerdict;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Claims for what teachers did on their own: the county's side.
@Path("/api/v1/recognitions/{number}")
@Tag(name = "recognition")
public final class DecisionResource {
    private final DecideClaim decide;
    private final Callers callers;

    DecisionResource(DecideClaim decide, Callers callers) {
        this.decide = decide;
        this.callers = callers;
    }

    @POST
    @Path("/decision")
    @Consumes("application/json")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "认定、不予认定或退回补充 · Recognises or refuses a claim, or returns it for more",
            description =
                    "政策给出幅度的须给 decidedCredits,否则不得给;提交者不得认定 · decidedCredits where the policy"
                            + " gives a range, else absent; whoever submitted may not decide")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClaimView.class)))
    public Uni<Response> decide(
            @PathParam("number") String number,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "ClaimDecision")))
                    @Nullable String body) {
        JsonNode said =
                ClaimAnswers.only(
                        ClaimAnswers.json(body), "outcome", "note", "decidedCredits", "revision");
        ClaimAction act = act(said.path("outcome").asText());
        JsonNode decided = said.get("decidedCredits");
        if (decided != null && act != ClaimAction.RECOGNISE) {
            throw ProblemException.badParameter("decidedCredits", ExpectedValue.NOTHING);
        }
        return done(
                number, new ClaimVerdict(act, ClaimAnswers.note(said), decided, revision(said)));
    }

    private static ClaimAction act(String outcome) {
        return switch (outcome) {
            case "RECOGNISE" -> ClaimAction.RECOGNISE;
            case "REFUSE" -> ClaimAction.REFUSE;
            case "RETURN" -> ClaimAction.RETURN;
            default ->
                    throw ProblemException.badParameter(
                            "outcome",
                            outcome,
                            ExpectedValue.oneOf("RECOGNISE", "REFUSE", "RETURN"));
        };
    }

    private static @Nullable Integer revision(JsonNode said) {
        JsonNode revision = said.get("revision");
        if (revision == null) return null;
        Integer whole = WholeNumber.of(revision);
        if (whole == null) {
            throw ProblemException.badParameter("revision", revision, ExpectedValue.WHOLE_NUMBER);
        }
        return whole;
    }

    @POST
    @Path("/revocation")
    @Consumes("application/json")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "撤销认定,冲回学分,须说明理由 · Takes a recognition back, with a reason")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClaimView.class)))
    public Uni<Response> revoke(
            @PathParam("number") String number,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "ClaimNote")))
                    @Nullable String body) {
        JsonNode said = ClaimAnswers.only(ClaimAnswers.json(body), "note");
        return done(
                number, new ClaimVerdict(ClaimAction.REVOKE, ClaimAnswers.note(said), null, null));
    }

    private Uni<Response> done(String number, ClaimVerdict verdict) {
        return decide.decide(callers.caller(), ClaimAnswers.number(number), verdict)
                .map(ClaimAnswers::of);
    }
}
