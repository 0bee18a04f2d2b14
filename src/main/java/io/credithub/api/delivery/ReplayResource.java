package io.credithub.api.delivery;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.access.Role;
import io.credithub.flow.delivery.Replays;
import io.credithub.flow.delivery.Replays.ReplayFilter;
import io.credithub.flow.delivery.Replays.ReplayRefusal;
import io.credithub.flow.delivery.Replays.ReplayRequest;
import io.credithub.flow.delivery.Replays.ReplayState;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Judges again what was rejected, once the mapping, a code table, a policy or the day is another.
@Path("/api/v1/deliveries")
@Tag(name = "deliveries")
public final class ReplayResource {
    private static final int REASON_LENGTH_MAX = 500;
    private static final int AT_ONCE_MAX = 200;

    private final Replays replays;
    private final Feeds feeds;
    private final Callers callers;

    ReplayResource(Replays replays, Feeds feeds, Callers callers) {
        this.replays = replays;
        this.feeds = feeds;
        this.callers = callers;
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary =
                    "重放一个批次:以现行映射与代码表重读原始字节,只取被拒与待匹配的记录 · Reads a delivery's bytes again, by"
                            + " today's mapping and code tables; only what was rejected or waits is"
                            + " taken",
            description =
                    "重放自成一个批次,记有原批次与申请人;重复无害 · A replay is a delivery of its own that names its"
                            + " original and who asked. Repeating it is harmless.")
    @APIResponse(
            responseCode = "202",
            description = "已开始;Location 指向重放的结果 · Begun; Location tells what becomes of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReplayView.class)))
    @APIResponse(
            responseCode = "200",
            description = "无可重放,或只是试问 · Nothing to replay, or it was only asked",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReplayView.class)))
    public Uni<Response> replay(
            @PathParam("id") long id,
            @Parameter(description = "缘由,至多 500 字 · Why, for the record") @QueryParam("reason")
                    @Nullable String reason,
            @Parameter(
                            description =
                                    "true 只问将重判多少,不开始 · true: only tells how many would be judged",
                            schema = @Schema(implementation = Boolean.class))
                    @QueryParam("dryRun")
                    @Nullable String dryRun) {
        ReplayRequest asking = asking(reason);
        Uni<Outcome<ReplayState, ReplayRefusal>> outcome =
                isDryRun(dryRun) ? replays.look(id) : replays.begin(id, asking);
        return outcome.map(ReplayView::of).map(ReplayResource::response);
    }

    private static Response response(ReplayView view) {
        if (view.delivery() == null) return Response.ok(view).build();
        return Response.accepted(view)
                .location(URI.create("/api/v1/deliveries/" + view.delivery()))
                .build();
    }

    /// What was begun of many.
    ///
    /// @param more whether others are left: ask again
    public record ReplaysView(List<ReplayView> replays, boolean more) {}

    @POST
    @Path("/replay")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary =
                    "重放有被拒记录的批次,每次至多 200 个 · Replays the deliveries that have rejected records, at"
                            + " most 200 at a time")
    public Uni<ReplaysView> replayAll(
            @Parameter(description = "数据源 · Of this feed only") @QueryParam("feed")
                    @Nullable String feed,
            @Parameter(description = "问题代码,如 HUB-1008 · Rejected by this code only")
                    @QueryParam("code")
                    @Nullable String code,
            @Parameter(description = "从此批次号之后 · Deliveries above this number") @QueryParam("after")
                    @Nullable String after,
            @QueryParam("reason") @Nullable String reason) {
        if (feed != null && feeds.find(feed).isEmpty()) {
            throw ProblemException.badParameter("feed");
        }
        ReplayRequest asking = asking(reason);
        return replays.rejected(new ReplayFilter(feed, code(code)), number(after), AT_ONCE_MAX + 1)
                .chain(found -> begin(found, asking));
    }

    private Uni<ReplaysView> begin(List<Long> found, ReplayRequest asking) {
        return Multi.createFrom()
                .iterable(found.subList(0, Math.min(found.size(), AT_ONCE_MAX)))
                .onItem()
                .transformToUniAndConcatenate(id -> replays.begin(id, asking))
                .filter(outcome -> outcome instanceof Outcome.Done)
                .map(ReplayView::of)
                .filter(ReplayView::begun)
                .collect()
                .asList()
                .map(begun -> new ReplaysView(begun, found.size() > AT_ONCE_MAX));
    }

    private static @Nullable String code(@Nullable String code) {
        if (code == null) return null;
        for (FindingCode known : FindingCode.values()) {
            if (known.code().equals(code) && known.rejects()) return code;
        }
        throw ProblemException.badParameter("code");
    }

    private static long number(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException notANumber) {
            throw ProblemException.badParameter("after");
        }
    }

    public static boolean isDryRun(@Nullable String dryRun) {
        if (dryRun == null || dryRun.equals("false")) return false;
        if (dryRun.equals("true")) return true;
        throw ProblemException.badParameter("dryRun");
    }

    private ReplayRequest asking(@Nullable String reason) {
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > REASON_LENGTH_MAX) {
            throw ProblemException.badParameter("reason");
        }
        return new ReplayRequest(callers.caller().key(), why);
    }
}
