package io.credithub.api.delivery;

import io.credithub.api.parameter.BankRequests;
import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.delivery.BrokenChunks;
import io.credithub.flow.delivery.BrokenChunks.Troubled;
import io.credithub.flow.delivery.ChunkArrivals;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Deliveries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Chunks of a delivery that failed for what time does not mend, and what an operator does about
/// them.
@Path("/api/v1/deliveries/{id}/chunks")
@Tag(name = "operation")
public final class ChunkResource {
    private final BrokenChunks broken;
    private final ChunkArrivals arrivals;
    private final Deliveries deliveries;
    private final Callers callers;

    ChunkResource(
            BrokenChunks broken, ChunkArrivals arrivals, Deliveries deliveries, Callers callers) {
        this.broken = broken;
        this.arrivals = arrivals;
        this.deliveries = deliveries;
        this.callers = callers;
    }

    /// Why a chunk is given up.
    public record Discarding(@Schema(required = true, maxLength = 200) @Nullable String reason) {}

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary =
                    "处理失败过的分块:次数、原因、处置 · Chunks that failed: how often, why, what was done about"
                            + " it")
    public Uni<List<Troubled>> troubled(@PathParam("id") long id) {
        return known(id).chain(() -> broken.of(id));
    }

    @POST
    @Path("/{no}/retry")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "重新处理一个已停的分块 · Begins anew with a broken chunk",
            description = "原因消除(如升级)之后使用 · Once what broke it is mended, as by an upgrade")
    @APIResponse(
            responseCode = "202",
            description = "已重新排队;Location 指向处理结果 · Queued anew; Location tells what becomes of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Troubled[].class)))
    public Uni<Response> retry(@PathParam("id") long id, @PathParam("no") int no) {
        return known(id)
                .chain(() -> broken.retry(id, no, callers.caller().key()))
                .chain(chunk -> begun(id, chunk));
    }

    @POST
    @Path("/{no}/discard")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            summary = "作废一个已停的分块,须写明原因 · Gives a broken chunk up, for a reason",
            description =
                    "其中每条记录记为拒收并附问题 HUB-1022;原始数据保留 · Each of its records is rejected with"
                            + " the finding HUB-1022; the bytes are kept")
    @APIResponse(
            responseCode = "202",
            description = "已登记;Location 指向处理结果 · Noted; Location tells what becomes of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Troubled[].class)))
    public Uni<Response> discard(
            @PathParam("id") long id, @PathParam("no") int no, @Nullable Discarding body) {
        String reason = BankRequests.text(body == null ? null : body.reason(), "reason");
        return known(id)
                .chain(() -> broken.discard(id, no, callers.caller().key(), reason))
                .chain(chunk -> begun(id, chunk));
    }

    private Uni<Response> begun(long id, @Nullable ChunkRef chunk) {
        if (chunk == null) throw new ProblemException(ProblemCode.NOT_BROKEN);
        arrivals.announce(chunk);
        return broken.of(id)
                .map(chunks ->
                        Response.accepted(chunks)
                                .location(URI.create("/api/v1/deliveries/" + id))
                                .build());
    }

    private Uni<Void> known(long id) {
        return deliveries
                .find(id)
                .invoke(found -> {
                    if (found.isEmpty()) throw new ProblemException(ProblemCode.NOT_FOUND);
                })
                .replaceWithVoid();
    }
}
