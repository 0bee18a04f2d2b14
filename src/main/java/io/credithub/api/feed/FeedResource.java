package io.credithub.api.feed;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.feed.FeedControl;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedProblems;
import io.credithub.flow.feed.FeedStatus;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.reconciliation.Reconcile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where the feeds are, and what an operator does about them.
@Path("/api/v1/feeds")
@Tag(name = "operation")
public final class FeedResource {
    private final FeedControl control;
    private final Feeds feeds;
    private final FeedProblems problems;
    private final InstantSource clock;
    private final Reconcile reconcile;
    private final Callers callers;

    FeedResource(
            FeedControl control,
            Feeds feeds,
            FeedProblems problems,
            Reconcile reconcile,
            Callers callers) {
        this.control = control;
        this.feeds = feeds;
        this.problems = problems;
        this.clock = InstantSource.system();
        this.reconcile = reconcile;
        this.callers = callers;
    }

    @GET
    @Unaudited("the state of feeds: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "各数据源的状态 · Where the feeds are")
    @APIResponse(
            responseCode = "200",
            description =
                    "市、县密钥只见为本辖区教师供数者 · A city or county sees those that its teachers have records"
                            + " of",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            oneOf = {FeedStatus.class, FeedOfDivision.class})))
    public Uni<Response> all() {
        if (callers.viewsWhole()) return control.status().map(all -> Response.ok(all).build());
        return Uni.combine()
                .all()
                .unis(control.status(), reconcile.reconcile(callers.view(), false))
                .with((feeds, proof) -> Response.ok(FeedOfDivision.of(feeds, proof)).build());
    }

    @POST
    @Path("/{feed}/pause")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "暂停数据源 · Pauses a feed; what has landed is still processed")
    public Uni<FeedStatus> pause(@PathParam("feed") String feed) {
        return control.pause(known(feed).code());
    }

    @POST
    @Path("/{feed}/resume")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "恢复数据源 · Resumes a feed")
    public Uni<FeedStatus> resume(@PathParam("feed") String feed) {
        return control.resume(known(feed).code());
    }

    @POST
    @Path("/{feed}/repull")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary =
                    "自某时刻起重新拉取 · Pulls again from a time on; what comes twice is counted as"
                            + " duplicate")
    public Uni<FeedStatus> repull(
            @PathParam("feed") String feed,
            @QueryParam("from")
                    @Parameter(
                            required = true,
                            description = "RFC 3339;不得晚于此刻 · not after now",
                            schema = @Schema(implementation = Instant.class))
                    @Nullable String from) {
        FeedDefinition definition = known(feed);
        if (definition.kind() == FeedDefinition.FeedKind.PUSH) {
            throw new ProblemException(ProblemCode.NOT_A_PULL_FEED);
        }
        return control.repull(feed, past(from));
    }

    /// Nothing can have changed before computers or after now: who asks from a day to come would
    /// carry the feed past all that changes until then.
    private Instant past(@Nullable String from) {
        try {
            Instant time = from == null ? Instant.MAX : Instant.parse(from);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(clock.instant())) return time;
        } catch (DateTimeParseException notATime) {
            // the same answer as for none
        }
        throw ProblemException.badParameter("from", from, ExpectedValue.INSTANT);
    }

    private FeedDefinition known(String feed) {
        if (feeds.find(feed).isEmpty() && problems.of(feed).isPresent()) {
            throw new ProblemException(ProblemCode.FEED_IS_OFF);
        }
        return feeds.find(feed).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
