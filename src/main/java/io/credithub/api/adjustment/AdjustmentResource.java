package io.credithub.api.adjustment;

import io.credithub.api.adjustment.AdjustmentBodies.AdjustmentReason;
import io.credithub.api.adjustment.AdjustmentBodies.RecordAdjustmentBody;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.parameter.QuestionDoor;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.flow.access.Role;
import io.credithub.flow.adjustment.AdjustAwards;
import io.credithub.flow.adjustment.Adjustments;
import io.credithub.flow.adjustment.Adjustments.AdjustmentFilter;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What people decided that contents of records earn, instead of the rules. One out of sight is
/// answered exactly like one that does not exist.
@Path("/api/v1/adjustments")
@Tag(name = "adjustments")
public final class AdjustmentResource {
    private final AdjustAwards adjust;
    private final Adjustments adjustments;
    private final AdjustmentRequests requests;
    private final QuestionDoor door;
    private final Callers callers;

    AdjustmentResource(
            AdjustAwards adjust,
            Adjustments adjustments,
            AdjustmentRequests requests,
            QuestionDoor door,
            Callers callers) {
        this.adjust = adjust;
        this.adjustments = adjustments;
        this.requests = requests;
        this.door = door;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "学分调整,后提出的在前 · Adjustments, the last proposed first")
    public Uni<Page<AdjustmentView>> list(@BeanParam AdjustmentQuestion asked) {
        int most = Page.limit(asked.limit);
        AdjustmentFilter filter = asked.filter(callers.view());
        long before = asked.before();
        return door.ask(
                        "adjustments",
                        Arrays.asList(filter, before, most),
                        () -> adjustments.list(filter, before, most + 1))
                .map(found -> Page.of(found, most, last -> Cursor.of(last.id())))
                .map(page -> page.map(AdjustmentView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "一项调整:记录、按规则的学分、调整后的学分、经过 · An adjustment: its record, what the rules gave,"
                            + " what it earns, its history")
    public Uni<AdjustmentView> one(@PathParam("id") String id) {
        return requests.one(AdjustmentRequests.id(id));
    }

    @POST
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "提出调整一条入账记录的学分 · Proposes what a record in force earns, instead of what the"
                            + " rules give",
            description =
                    "增减超过 HUB_RECONCILIATION_FOUR_EYES_ABOVE 的,经另一人复核后入账;否则立即入账 · Where more"
                            + " than HUB_RECONCILIATION_FOUR_EYES_ABOVE is added or taken away, it"
                            + " is posted once a second person confirms; else at once")
    @APIResponse(responseCode = "200", description = "调整及其状态 · The adjustment and its state")
    @APIResponse(responseCode = "409", description = "不能调整及原因 · Why it cannot be adjusted")
    public Uni<AdjustmentView> propose(@Nullable RecordAdjustmentBody body) {
        RecordAdjustmentBody asked = AdjustmentRequests.needed(body, "feed");
        return adjust.ofRecord(requests.request(asked.reason()), asked.record(), asked.asked())
                .chain(requests::told);
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "复核同意,原学分冲销,调整后的学分入账 · A second person agrees: the award is reversed and the"
                            + " other one posted")
    public Uni<AdjustmentView> confirm(
            @PathParam("id") String id, @Nullable AdjustmentReason body) {
        return act(id, AdjustmentAct.CONFIRM, body);
    }

    @POST
    @Path("/{id}/refuse")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "复核不同意,不作调整 · A second person does not agree: nothing is changed")
    public Uni<AdjustmentView> refuse(@PathParam("id") String id, @Nullable AdjustmentReason body) {
        return act(id, AdjustmentAct.REFUSE, body);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "提出人撤回待复核的调整 · Who proposed it takes it back, before it is answered")
    public Uni<AdjustmentView> withdraw(
            @PathParam("id") String id, @Nullable AdjustmentReason body) {
        return act(id, AdjustmentAct.WITHDRAW, body);
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed({Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "撤销已入账的调整,恢复按规则折算 · Undoes an adjustment: the record earns by the rules again")
    public Uni<AdjustmentView> revoke(@PathParam("id") String id, @Nullable AdjustmentReason body) {
        return act(id, AdjustmentAct.REVOKE, body);
    }

    private Uni<AdjustmentView> act(String id, AdjustmentAct act, @Nullable AdjustmentReason body) {
        long which = AdjustmentRequests.id(id);
        AdjustmentReason why = AdjustmentRequests.needed(body, "reason");
        return adjust.act(requests.request(why.reason()), which, act).chain(requests::told);
    }
}
