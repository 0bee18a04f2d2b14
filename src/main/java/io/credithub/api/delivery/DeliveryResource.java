package io.credithub.api.delivery;

import io.credithub.api.audit.Unaudited;
import io.credithub.api.parameter.Callers;
import io.credithub.api.parameter.Cursor;
import io.credithub.api.parameter.Page;
import io.credithub.api.problem.ExpectedValue;
import io.credithub.api.problem.Particulars;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.flow.access.Permission;
import io.credithub.flow.access.Role;
import io.credithub.flow.delivery.Deliveries;
import io.credithub.flow.delivery.Deliveries.FindingPlace;
import io.credithub.flow.delivery.Deliveries.NumberedFinding;
import io.credithub.flow.delivery.DeliveryStatus;
import io.credithub.flow.feed.Feeds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What became of deliveries. A feed sees its own only: another feed's is as if it did not exist.
@Path("/api/v1/deliveries")
@Tag(name = "deliveries")
public final class DeliveryResource {
    private static final int PLACE_PARTS = 2;

    private final Deliveries deliveries;
    private final Feeds feeds;
    private final Callers callers;

    DeliveryResource(Deliveries deliveries, Feeds feeds, Callers callers) {
        this.deliveries = deliveries;
        this.feeds = feeds;
        this.callers = callers;
    }

    @GET
    @Unaudited("counts of deliveries: nobody is named")
    @RolesAllowed({Role.FEED, Role.OPERATOR})
    @Operation(summary = "批次列表,新者在前 · Lists deliveries, newest first")
    public Uni<Page<DeliveryStatus>> list(
            @QueryParam("feed") @Nullable String feed,
            @Parameter(description = "上一页的 next · The next of the page before")
                    @QueryParam("cursor")
                    @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        long before = Cursor.number(cursor, Long.MAX_VALUE);
        return deliveries
                .list(within(feed), before, most + 1)
                .map(found -> Page.of(found, most, last -> Cursor.of(last.delivery())));
    }

    private @Nullable String within(@Nullable String feed) {
        if (callers.caller().grant() instanceof Permission.FeedPermission own) {
            if (feed == null || feed.equals(own.code())) return own.code();
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        if (feed != null && feeds.find(feed).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_FEED, Particulars.of("feed", feed, null));
        }
        return feed;
    }

    @GET
    @Unaudited("counts of a delivery: nobody is named")
    @Path("/{id}")
    @RolesAllowed({Role.FEED, Role.OPERATOR})
    @Operation(
            summary =
                    "一个批次:回执、处理结果、申报与收到的差异 · One delivery: its receipt, outcomes that add up,"
                            + " differences")
    public Uni<DeliveryStatus> one(@PathParam("id") long id) {
        return deliveries
                .find(id)
                .map(found ->
                        found.filter(status -> callers.caller().mayFollow(status.feed()))
                                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private static FindingPlace place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return FindingPlace.FIRST;
        try {
            String[] parts = Cursor.parts(cursor, PLACE_PARTS);
            return new FindingPlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.badParameter("cursor", ExpectedValue.CURSOR);
        }
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed({Role.FEED, Role.OPERATOR})
    @Operation(
            summary =
                    "一个批次的问题清单,按记录位置 · The findings of one delivery, by the positions of its"
                            + " records")
    public Uni<FindingsPage> findings(
            @PathParam("id") long id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Page.LIMIT) int limit) {
        int most = Page.limit(limit);
        FindingPlace after = place(cursor);
        return one(id).chain(status -> page(status, after, most));
    }

    private Uni<FindingsPage> page(DeliveryStatus status, FindingPlace after, int most) {
        return deliveries
                .findings(status.delivery(), after, most + 1)
                .map(found ->
                        Page.of(
                                found,
                                most,
                                last -> Cursor.of(last.finding().position(), last.number())))
                .map(page -> page.map(NumberedFinding::finding).map(FindingView::of))
                .map(page -> new FindingsPage(page.items(), page.next(), status.findingsMore()));
    }
}
