package io.credithub.api.body;

import io.credithub.api.parameter.Callers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Takes the body of a request in, after the caller is known and may ask this, and before any
/// thread but the event loop is busy with it. What no resource asks for is not read:
/// [HttpHardening] then closes the connection behind the answer.
public final class Intake {
    /// Requests without a body, whatever comes with them.
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

    private final BodyBuffer spool;
    private final Uploads uploads;
    private final RequestRate rate;
    private final RequestConfig config;
    private final PushDoor pushDoor;
    private final Callers callers;

    Intake(
            BodyBuffer spool,
            Uploads uploads,
            RequestRate rate,
            RequestConfig config,
            PushDoor pushDoor,
            Callers callers) {
        this.spool = spool;
        this.uploads = uploads;
        this.rate = rate;
        this.config = config;
        this.pushDoor = pushDoor;
        this.callers = callers;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.ENTITY_CODER)
    public @Nullable Uni<Void> take(
            ContainerRequestContext request, ResourceInfo target, RoutingContext context) {
        String owner = owner(target, context.request());
        rate.count(owner);
        if (BODILESS.contains(request.getMethod())) return Uni.createFrom().voidItem();
        BodyLimit limit = limit(target);
        if (limit != BodyLimit.DELIVERY) return takeBody(request, context, limit, owner);
        UriInfo asked = request.getUriInfo();
        String feed = Objects.requireNonNullElse(asked.getPathParameters().getFirst("feed"), "");
        pushDoor.check(feed);
        boolean isStored = !"true".equals(asked.getQueryParameters().getFirst("dryRun"));
        if (!isStored || !pushDoor.isFull(feed)) return takeBody(request, context, limit, owner);
        Context loop = loop();
        return pushDoor.checkKnown(feed, request.getHeaderString("Idempotency-Key"))
                .emitOn(work -> loop.runOnContext(_ -> work.run()))
                .chain(() -> takeBody(request, context, limit, owner));
    }

    private Uni<Void> takeBody(
            ContainerRequestContext request,
            RoutingContext context,
            BodyLimit limit,
            String owner) {
        BodyEncoding encoding = BodyEncoding.of(request.getHeaderString("Content-Encoding"));
        Uploads.UploadPlace place = uploads.take(owner);
        context.addEndHandler(_ -> place.close());
        return body(context, limit, encoding)
                .invoke(body -> {
                    if (limit == BodyLimit.REQUEST) {
                        place.close();
                        hand(request, body);
                    } else {
                        TakenBody.keep(context, body);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<BufferedBody> body(RoutingContext request, BodyLimit limit, BodyEncoding encoding) {
        if (request.request().getHeader("Expect") != null) request.response().writeContinue();
        return new BodyTaking(spool, config.body(), loop(), request.request(), limit, encoding)
                .take();
    }

    private static Context loop() {
        return Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    }

    private static void hand(ContainerRequestContext request, BufferedBody body) {
        try {
            request.setEntityStream(body.open());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String owner(ResourceInfo target, HttpServerRequest request) {
        boolean isForKeys = target.getResourceMethod().isAnnotationPresent(RolesAllowed.class);
        return isForKeys ? callers.caller().key() : request.remoteAddress().hostAddress();
    }

    private static BodyLimit limit(ResourceInfo target) {
        Takes takes = target.getResourceClass().getAnnotation(Takes.class);
        return takes == null ? BodyLimit.REQUEST : takes.value();
    }
}
