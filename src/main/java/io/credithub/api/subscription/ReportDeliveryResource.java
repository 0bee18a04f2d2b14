package io.credithub.api.subscription;

import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.SubscriptionCode;
import io.credithub.flow.access.Role;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.Dispatches.AddressedDispatch;
import io.credithub.flow.subscription.SubscriptionWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What became of reports that went out, or were to. Whoever is told of a subscription is told of
/// its deliveries.
@Path("/api/v1/report-deliveries")
@Tag(name = "report")
public final class ReportDeliveryResource {
    private final Dispatches dispatches;
    private final DispatchPages pages;
    private final SubscriptionDesk desk;
    private final SubscriptionWork work;
    private final Callers callers;

    ReportDeliveryResource(
            Dispatches dispatches,
            DispatchPages pages,
            SubscriptionDesk desk,
            SubscriptionWork work,
            Callers callers) {
        this.dispatches = dispatches;
        this.pages = pages;
        this.desk = desk;
        this.work = work;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "报表投递,新者在前;state=DEAD 为未能送达的 · Deliveries of reports, the newest first;"
                            + " state=DEAD are those tried in vain")
    public Uni<Page<DispatchView>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        return pages.page(null, state, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一次投递及其回执 · One delivery, with its receipt")
    public Uni<DispatchView> one(@PathParam("id") int id) {
        return seen(id).map(DispatchView::of);
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "重试未能送达的投递 · Has a delivery tried again that was tried in vain")
    public Uni<DispatchView> retry(@PathParam("id") int id) {
        return seen(id).invoke(one -> desk.orForbidden(one.of()))
                .invoke(one -> SubscriptionDesk.orPaused(one.of()))
                .chain(() -> dispatches.retry(id, desk.now()))
                .invoke(isTried -> {
                    if (!isTried) throw new ProblemException(SubscriptionCode.NOT_DEAD);
                })
                .invoke(work::begin)
                .chain(() -> seen(id))
                .map(DispatchView::of);
    }

    private Uni<AddressedDispatch> seen(int id) {
        String key = callers.caller().key();
        return dispatches
                .find(id)
                .map(found ->
                        found.filter(one -> one.of().isSeenBy(key, callers.view()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
