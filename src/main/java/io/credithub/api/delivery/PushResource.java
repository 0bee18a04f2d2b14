package io.credithub.api.delivery;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.body.BodyLimit;
import io.credithub.api.body.BufferedBody;
import io.credithub.api.body.TakenBody;
import io.credithub.api.body.Takes;
import io.credithub.api.problem.PastDays;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Role;
import io.credithub.flow.delivery.Delivery;
import io.credithub.flow.delivery.Idempotency;
import io.credithub.flow.delivery.Idempotency.KeyUse;
import io.credithub.flow.delivery.Push;
import io.credithub.flow.delivery.Receipt;
import io.credithub.flow.delivery.Receipts;
import io.credithub.flow.processing.DryRun;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Takes in what a feed pushes. The answer comes when it is safe, not when it is posted.
@Takes(BodyLimit.DELIVERY)
@Path("/api/v1/feeds/{feed}/deliveries")
@Tag(name = "deliveries")
public final class PushResource {
    private final Push push;
    private final DryRun dryRun;
    private final Idempotency idempotency;
    private final Receipts receipts;
    private final TakenBody body;
    private final PastDays days;

    PushResource(
            Push push,
            DryRun dryRun,
            Idempotency idempotency,
            Receipts receipts,
            TakenBody body,
            PastDays days) {
        this.push = push;
        this.dryRun = dryRun;
        this.idempotency = idempotency;
        this.receipts = receipts;
        this.body = body;
        this.days = days;
    }

    /// The body is there: [Intake] took it. A worker thread reads it from the spool.
    @POST
    @Unaudited(
            "each push is a line already, its delivery, which names the feed and the time, keeps"
                    + " the bytes, and is written with them or not at all")
    @Blocking
    @Consumes({"application/x-ndjson", "application/json"})
    @RolesAllowed(Role.FEED)
    @Operation(
            summary = "推送一个批次 · Pushes a delivery: canonical completions as NDJSON or as an array",
            description =
                    "至多 64 MiB,压缩前后均计;空批次照收,即时办结 · At most 64 MiB, packed and unpacked."
                            + " Repeating it is harmless: the same bytes are the same delivery."
                            + " What was rejected for a reason that has passed is then judged"
                            + " again, unless the Idempotency-Key is the same too. One without"
                            + " records is taken too, and finished as it lands."
                            + " 原因已消除的被拒记录随之重判;幂等键也相同则只返回原回执。")
    @APIResponse(
            responseCode = "202",
            description = "已安全落库;Location 指向处理结果 · Safe; Location tells what becomes of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(
            responseCode = "200",
            description = "dryRun=true:试算,不存储 · What would happen; nothing is stored",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DryRunView.class)))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(ref = "Completion")),
                @Content(mediaType = "application/json", schema = @Schema(ref = "Completions"))
            })
    public Uni<Response> deliver(
            @PathParam("feed") String feed,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "只试算,不存储 · Tells what would happen, stores nothing")
                    boolean tellOnly,
            @BeanParam PushHeaders headers) {
        BufferedBody spooled = body.taken();
        Uni<Response> answer =
                Uni.createFrom()
                        .deferred(() -> {
                            Delivery delivery = delivery(feed, headers, spooled);
                            return tellOnly ? tell(delivery) : land(delivery, headers, spooled);
                        });
        return answer.onTermination().invoke(spooled::close);
    }

    private Delivery delivery(String feed, PushHeaders headers, BufferedBody body) {
        String key = headers.key();
        String reference = key == null ? "sha256:" + body.sha256Hex() : key;
        return new Delivery(
                feed,
                reference,
                body,
                null,
                headers.declared(),
                headers.instant(days.past(null)),
                null);
    }

    private Uni<Response> tell(Delivery delivery) {
        return dryRun.tell(delivery).map(report -> Response.ok(DryRunView.of(report)).build());
    }

    private Uni<Response> land(Delivery delivery, PushHeaders headers, BufferedBody body) {
        return claim(delivery.feed(), headers.key(), body)
                .chain(use -> use == KeyUse.AGAIN ? again(delivery, body) : push.push(delivery))
                .map(PushResource::accepted);
    }

    /// The same key asks for the same receipt: nothing is judged again by it.
    private Uni<Receipt> again(Delivery delivery, BufferedBody body) {
        return receipts.find(delivery.feed(), body.sha256())
                .chain(known -> known == null ? push.push(delivery) : Uni.createFrom().item(known));
    }

    private Uni<KeyUse> claim(String feed, @Nullable String key, BufferedBody body) {
        if (key == null) return Uni.createFrom().item(KeyUse.FIRST);
        return idempotency
                .claim(feed, key, body.sha256())
                .invoke(use -> {
                    if (use == KeyUse.OTHER_BODY) {
                        throw new ProblemException(ProblemCode.KEY_USED_FOR_ANOTHER_BODY);
                    }
                });
    }

    private static Response accepted(Receipt receipt) {
        return Response.accepted(ReceiptView.of(receipt))
                .location(URI.create("/api/v1/deliveries/" + receipt.delivery()))
                .header("X-Repeated", receipt.repeated())
                .build();
    }
}
