package io.credithub.api.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.JsonFault;
import io.credithub.api.problem.Problem;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.recognition.ClaimWorkflow.Bar;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.recognition.ActedClaim;
import io.credithub.flow.recognition.ClaimNumber;
import io.credithub.flow.recognition.ClaimRefusal;
import io.credithub.flow.result.Outcome;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From what became of a claim to the answer of a request, and from a request to what is asked.
final class ClaimAnswers {
    private static final int NOTE_LENGTH_MAX = 1_000;

    private ClaimAnswers() {}

    static Response of(Outcome<ActedClaim, ClaimRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<ActedClaim, ClaimRefusal>(ActedClaim acted) ->
                    Response.ok(ClaimView.of(acted.claim())).build();
            case Outcome.NotFound<ActedClaim, ClaimRefusal> _ ->
                    throw new ProblemException(ProblemCode.NOT_FOUND);
            case Outcome.Refused<ActedClaim, ClaimRefusal>(ClaimRefusal why) -> refused(why);
        };
    }

    private static Response refused(ClaimRefusal why) {
        return switch (why) {
            case ClaimRefusal.InvalidClaim invalid ->
                    Response.status(ProblemCode.CLAIM_NOT_ACCEPTED.status())
                            .type(Problem.MEDIA_TYPE)
                            .entity(ClaimProblem.of(invalid.findings()))
                            .build();
            case ClaimRefusal.BarredAction barred -> throw barred(barred.why());
            case ClaimRefusal.TakenReference taken ->
                    throw new ProblemException(
                            taken.isByKey()
                                    ? ProblemCode.KEY_USED_FOR_ANOTHER_BODY
                                    : ProblemCode.REFERENCE_USED_FOR_ANOTHER_CLAIM);
            case ClaimRefusal.ChangedMeanwhile _ ->
                    throw new ProblemException(ProblemCode.CHANGED_MEANWHILE);
        };
    }

    /// With where it is from now on, and 201 unless it was there before.
    static Response ofNew(Outcome<ActedClaim, ClaimRefusal> outcome) {
        if (!(outcome
                instanceof
                Outcome.Done<ActedClaim, ClaimRefusal>(ActedClaim(var claim, boolean repeated)))) {
            return of(outcome);
        }
        URI place = URI.create("/api/v1/recognitions/" + claim.claim().number());
        return Response.status(repeated ? 200 : 201)
                .entity(ClaimView.of(claim))
                .location(place)
                .header("X-Repeated", repeated)
                .build();
    }

    private static ProblemException barred(Bar why) {
        return switch (why) {
            case NOT_YOURS -> new ProblemException(ProblemCode.FORBIDDEN);
            case NOT_NOW -> new ProblemException(ProblemCode.NOT_IN_THIS_STATE);
            case OWN_SUBMISSION -> new ProblemException(ProblemCode.OWN_SUBMISSION);
            case NO_REASON ->
                    ProblemException.badParameter("note", ExpectedValue.text(NOTE_LENGTH_MAX));
        };
    }

    /// What is no number is answered like one that nothing has.
    static ClaimNumber number(String text) {
        return ClaimNumber.parse(text)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    static JsonNode json(@Nullable String body) {
        if (body == null || body.isBlank()) throw JsonFault.nothing();
        return switch (StrictJson.read(body)) {
            case StrictJson.Parsed.ParsedValue(var node) -> node;
            case StrictJson.Parsed.Broken(var finding) -> throw JsonFault.broken(finding);
        };
    }

    /// @return null if there is none
    static @Nullable String note(JsonNode body) {
        JsonNode note = body.get("note");
        if (note == null) return null;
        String text = note.textValue();
        if (text == null || text.isBlank() || text.length() > NOTE_LENGTH_MAX) {
            throw ProblemException.badParameter("note", ExpectedValue.text(NOTE_LENGTH_MAX));
        }
        return text.strip();
    }

    /// @throws ProblemException if it is no object, or has a field that is not foreseen
    static JsonNode only(JsonNode body, String... names) {
        if (!body.isObject()) throw JsonFault.nothing();
        body.fieldNames()
                .forEachRemaining(name -> {
                    if (!Set.of(names).contains(name)) throw JsonFault.unknown(name, names);
                });
        return body;
    }
}
