package io.credithub.api.audit;

import io.credithub.api.parameter.Callers;
import io.credithub.api.problem.Problem;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.Problems;
import io.credithub.flow.access.AuditTrail;
import io.credithub.flow.access.AuditTrail.AuditLine;
import io.credithub.flow.access.AuditTrail.AuditResult;
import io.credithub.flow.access.Caller;
import io.credithub.flow.access.Refusals;
import io.credithub.flow.access.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// The one place that writes the audit trail: for every resource's method but those that say why
/// not ([Unaudited]).
///
/// An act has its line before it is done, and what it came to afterwards; without the line it is
/// not done. A read has its line before the answer goes out; without the line it does not. Whoever
/// could not be recognised is gathered in [Refusals].
public final class AuditFilter {
    /// After [StrictParameters]: what is refused there was not begun.
    private static final int AFTER_CHECKS = 5500;

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final String BEGUN = "credithub.audit";
    private static final Pattern CLAIMED = Pattern.compile("\\bhub_([0-9a-f]{12})_");
    private static final String REQUEST_ID = "X-Request-Id";
    private static final int UNAUTHENTICATED = 401;
    private static final int FAILED = 500;
    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;
    private static final int ERROR = 400;

    private final AuditTrail trail;
    private final Refusals refusals;
    private final Callers callers;
    private final Map<Method, AuditedOperation> known = new ConcurrentHashMap<>();

    AuditFilter(AuditTrail trail, Refusals refusals, Callers callers) {
        this.trail = trail;
        this.refusals = refusals;
        this.callers = callers;
    }

    @ServerRequestFilter(priority = AFTER_CHECKS)
    public @Nullable Uni<Void> begin(
            ResourceInfo target, ContainerRequestContext request, HttpServerRequest wire) {
        AuditedOperation operation = operation(target);
        if (operation == null || !operation.isAct() || !operation.isAudited()) return null;
        AuditLine line = line(operation, request.getUriInfo(), wire);
        request.setProperty(BEGUN, line);
        return trail.write(List.of(line));
    }

    @ServerResponseFilter
    public @Nullable Uni<Void> end(
            ResourceInfo target,
            ContainerRequestContext request,
            ContainerResponseContext answer,
            HttpServerRequest wire) {
        if (request.getProperty(BEGUN) instanceof AuditLine begun) return told(begun, answer);
        AuditedOperation operation = operation(target);
        if (operation == null) return null;
        int status = answer.getStatus();
        if (status >= FAILED) return null; // tells nothing of anybody, and nobody may be known
        boolean isTurnedAway = status == TOO_MANY && callers.known() == null;
        if (status == UNAUTHENTICATED || isTurnedAway) {
            refusals.add(claimed(wire), operation.name(), status, address(wire), Instant.now());
            return null;
        }
        if (!operation.isAudited() && status != FORBIDDEN) return null;
        AuditLine line = line(operation, request.getUriInfo(), wire).withStatus(status);
        answer.getHeaders().putSingle(REQUEST_ID, line.request().toString());
        return trail.write(List.of(line))
                .onFailure()
                .invoke(failure -> withhold(answer, failure))
                .onFailure()
                .recoverWithNull();
    }

    /// The act is done, and its line is there: a lost outcome is no reason to say otherwise.
    private Uni<Void> told(AuditLine begun, ContainerResponseContext answer) {
        answer.getHeaders().putSingle(REQUEST_ID, begun.request().toString());
        String made = answer.getEntity() instanceof Audited audited ? audited.auditTarget() : null;
        AuditResult outcome =
                new AuditResult(begun.request(), Instant.now(), answer.getStatus(), made);
        return trail.end(outcome)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf(
                                "the outcome of an act is not in the trail request=%s status=%d"
                                        + " cause=%s",
                                begun.request(), answer.getStatus(), failure))
                .onFailure()
                .recoverWithNull();
    }

    /// What was read stays here, since nobody would know that it was.
    private static void withhold(ContainerResponseContext answer, Throwable failure) {
        if (answer.getStatus() >= ERROR) return;
        LOG.warnf("an answer is withheld, since it cannot be in the trail cause=%s", failure);
        answer.setStatus(ProblemCode.UNAVAILABLE.status());
        answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Problems.RETRY_SECONDS);
        answer.setEntity(
                Problem.of(ProblemCode.UNAVAILABLE),
                new Annotation[0],
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }

    private @Nullable AuditedOperation operation(ResourceInfo target) {
        Method method = target.getResourceMethod();
        return method == null ? null : known.computeIfAbsent(method, AuditedOperation::of);
    }

    private AuditLine line(AuditedOperation operation, UriInfo asked, HttpServerRequest wire) {
        Caller caller = callers.known();
        Map<String, String> parameters = new HashMap<>();
        asked.getPathParameters()
                .forEach((name, values) -> parameters.put(name, values.getFirst()));
        return new AuditLine(
                UUID.randomUUID(),
                Instant.now(),
                caller == null ? null : caller.key(),
                caller == null ? null : Role.of(caller.grant()),
                operation.name(),
                operation.target(parameters),
                null,
                address(wire),
                1);
    }

    /// The id that a key claims to have, whether there is such a one or not.
    private static @Nullable String claimed(HttpServerRequest wire) {
        for (String header : List.of(HttpHeaders.AUTHORIZATION, "X-Api-Key")) {
            String given = wire.getHeader(header);
            Matcher key = given == null ? null : CLAIMED.matcher(given);
            if (key != null && key.find()) return key.group(1);
        }
        return null;
    }

    private static @Nullable String address(HttpServerRequest wire) {
        SocketAddress from = wire.remoteAddress();
        return from == null ? null : from.hostAddress();
    }
}
