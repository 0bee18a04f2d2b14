package io.credithub.api.explain;

import io.credithub.api.parameter.AskedCycle;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Sentences;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.standing.words.StandingReason;
import io.credithub.flow.access.Role;
import io.credithub.flow.statement.StandingQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Why a standing is what it is, as data and as sentences. One of a teacher outside the caller's
/// jurisdiction is answered exactly like one that does not exist.
@Path("/api/v1/teachers/{teacherNo}/standing/explanation")
@Tag(name = "registry")
public final class StandingExplanationResource {
    private final StandingQuery standings;
    private final AskedCycle asked;
    private final Callers callers;

    StandingExplanationResource(StandingQuery standings, AskedCycle asked, Callers callers) {
        this.standings = standings;
        this.asked = asked;
        this.callers = callers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "周期状况的逐项说明:各学年、各项要求、借用与结论 · Why a standing is what it is: each school year and"
                            + " requirement, loans, and the verdict")
    @APIResponse(
            responseCode = "200",
            description =
                    "逐句说明,附条款与数字;text/plain 只有句子 · Sentences with paragraph and figure; as"
                            + " text/plain the sentences alone",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = StandingReason.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class))
            })
    public Uni<Response> standing(
            @PathParam("teacherNo") String teacherNo,
            @QueryParam("cycle")
                    @Parameter(
                            description =
                                    "周期首学年,默认当前周期 · First school year of the cycle; the current"
                                            + " one by default",
                            example = "2022")
                    @Nullable Integer cycle,
            @QueryParam("asOf")
                    @Parameter(
                            description = "日期,默认今天,不晚于今天 · A day, today by default, not after it",
                            example = "2024-08-31")
                    @Nullable String asOf,
            @Context HttpHeaders headers) {
        return standings
                .tell(teacherNo, asked.cycle(cycle), asked.day(asOf), callers.view())
                .map(found -> {
                    List<StandingReason> reasons =
                            found.map(StandingQuery.KnownStanding::reasons)
                                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
                    return Sentences.answer(
                            headers, reasons, reasons.stream().map(StandingReason::text).toList());
                });
    }
}
