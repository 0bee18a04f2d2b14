package io.credithub.api.subscription;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.api.problem.SubscriptionCode;
import io.credithub.api.subscription.SubscriptionBody.SubscriptionChange;
import io.credithub.api.subscription.SubscriptionView.TargetView;
import io.credithub.flow.access.Role;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.Subscription;
import io.credithub.flow.subscription.SubscriptionWork;
import io.credithub.flow.subscription.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Reports that go out by themselves. A subscription is told to whose it is and to who may see all
/// that it is about; to anybody else there is none.
@Path("/api/v1/subscriptions")
@Tag(name = "report")
public final class SubscriptionResource {
    /// Subscriptions of one key.
    private static final int OWNED_MAX = 100;

    /// Reports of one subscription that somebody wants now and that are not sent yet.
    private static final int TRIALS_MAX = 5;

    private final Subscriptions subscriptions;
    private final Dispatches dispatches;
    private final DispatchPages pages;
    private final SubscriptionDesk desk;
    private final SubscriptionWork work;
    private final Callers callers;

    SubscriptionResource(
            Subscriptions subscriptions,
            Dispatches dispatches,
            DispatchPages pages,
            SubscriptionDesk desk,
            SubscriptionWork work,
            Callers callers) {
        this.subscriptions = subscriptions;
        this.dispatches = dispatches;
        this.pages = pages;
        this.desk = desk;
        this.work = work;
        this.callers = callers;
    }

    @GET
    @Path("/targets")
    @Unaudited("where reports may go: nobody is named")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "本密钥可用的投递目标 · Where this key may have reports sent")
    public List<TargetView> targets() {
        return desk.targets().stream().map(TargetView::of).toList();
    }

    @POST
    @Consumes("application/json")
    @ResponseStatus(201)
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "订阅报表,按期自动生成并投递 · Subscribes to a report, which is made and sent each time",
            description =
                    "时刻为本省时间;每次以订阅密钥届时的权限生成 · By the province's clock; each time it is what the"
                            + " subscribing key may see then")
    public Uni<SubscriptionView> subscribe(@Nullable SubscriptionBody body) {
        return subscriptions
                .add(desk.wanted(body), OWNED_MAX)
                .map(added ->
                        added.orElseThrow(() -> new ProblemException(SubscriptionCode.TOO_MANY)))
                .map(desk::told);
    }

    @GET
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary = "订阅清单:本密钥的,及辖区内的 · Subscriptions: this key's, and those of what it may see")
    public Uni<Page<SubscriptionView>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        int after = Math.clamp(Cursor.number(cursor, 0), 0, Integer.MAX_VALUE);
        return subscriptions
                .seen(callers.caller().key(), callers.view(), after, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.id())))
                .map(page -> page.map(desk::told));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一项订阅 · One subscription")
    public Uni<SubscriptionView> one(@PathParam("id") int id) {
        return seen(id).map(desk::told);
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/json")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(
            summary =
                    "修改订阅:时间、目标、收件人、暂停或恢复 · Changes a subscription: times, target, recipients;"
                            + " pauses it or goes on",
            description =
                    "订阅者,或辖区涵盖该报表的登记机关与运维;version 须与所见一致 · By whose it is, or by a registrar"
                            + " or operator who may see all of it, with the version that they saw")
    public Uni<SubscriptionView> change(
            @PathParam("id") int id, @Nullable SubscriptionChange change) {
        return seen(id).invoke(desk::orForbidden)
                .map(before -> desk.changed(before, change))
                .chain(subscriptions::change)
                .map(done ->
                        done.orElseThrow(
                                () -> new ProblemException(SubscriptionCode.CHANGED_MEANWHILE)))
                .map(desk::told);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "删除订阅;尚未送出的不再送 · Removes a subscription; what is not sent yet is not sent")
    public Uni<Void> remove(@PathParam("id") int id) {
        return seen(id).invoke(desk::orForbidden)
                .chain(() -> subscriptions.remove(id))
                .replaceWithVoid();
    }

    @POST
    @Path("/{id}/send")
    @ResponseStatus(202)
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "立即投递一份,不改变下次时间 · Sends one now; the next time stays as it is")
    public Uni<DispatchView> send(@PathParam("id") int id) {
        return seen(id).invoke(desk::orForbidden)
                .invoke(SubscriptionDesk::orPaused)
                .chain(of ->
                        dispatches
                                .trial(of, TRIALS_MAX, desk.now())
                                .map(made -> made.orElseThrow(SubscriptionResource::underWay))
                                .map(dispatch -> DispatchView.of(dispatch, of)))
                .invoke(work::begin);
    }

    private static ProblemException underWay() {
        return new ProblemException(SubscriptionCode.UNDER_WAY);
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed({Role.READER, Role.REGISTRAR, Role.OPERATOR})
    @Operation(summary = "一项订阅的投递,新者在前 · Deliveries of a subscription, the newest first")
    public Uni<Page<DispatchView>> deliveries(
            @PathParam("id") int id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        return seen(id).chain(_ -> pages.page(id, state, cursor, limit));
    }

    private Uni<Subscription> seen(int id) {
        return subscriptions
                .find(id)
                .map(found ->
                        found.filter(one -> one.isSeenBy(callers.caller().key(), callers.view()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }
}
