package io.credithub.api.http;

import io.credithub.api.body.BodyLimit;
import io.credithub.api.problem.Coded;
import io.credithub.api.problem.HeadCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.Problems;
import io.credithub.flow.result.FailureKind;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What holds for every request and answer, before any resource is asked: how large a body may be,
/// what a browser may do with an answer, and that an unknown address gets a [Problem] too.
@Singleton
public final class HttpHardening {
    /// Only our own script and style, and requests to ourselves; nobody may frame us.
    public static final String CONTENT_SECURITY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /// Over TLS only: a browser then asks no other way for a year.
    private static final String TRANSPORT_SECURITY = "Strict-Transport-Security";

    private static final String YEAR = "max-age=31536000";

    private static final Logger LOG = Logger.getLogger(HttpHardening.class);

    private final FirstAnswers answers;

    HttpHardening(FirstAnswers answers) {
        this.answers = answers;
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::enter).failureHandler(this::failed);
        router.errorHandler(HeadCode.MALFORMED.status(), this::failed);
        router.route().order(Integer.MAX_VALUE).handler(this::lost);
    }

    /// Health and figures are asked for without a body, so none is read.
    void openManagement(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(this::enterManagement);
    }

    private void enterManagement(RoutingContext context) {
        guard(context);
        if (hasBody(context.request())) answer(context, ProblemCode.TOO_LARGE);
        else context.next();
    }

    private void enter(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY);
        if (context.request().isSSL()) response.putHeader(TRANSPORT_SECURITY, YEAR);
        boolean isOfTheApi = context.request().path().startsWith("/api/");
        response.putHeader("Cache-Control", isOfTheApi ? "no-store" : "no-cache");
        if (isOpenApiForABrowser(context.request())) {
            context.addHeadersEndHandler(_ -> showAsText(response));
        }
        guard(context);
        ProblemCode refusal = refusal(context.request());
        if (refusal == null) context.next();
        else answer(context, refusal);
    }

    private static @Nullable ProblemCode refusal(HttpServerRequest request) {
        if (isTooLarge(request)) return ProblemCode.TOO_LARGE;
        if (!MediaHeaders.isAccept(request.headers().getAll("Accept"))) {
            return ProblemCode.NOT_ACCEPTABLE;
        }
        boolean isTyped = MediaHeaders.isContentType(request.headers().getAll("Content-Type"));
        return isTyped ? null : ProblemCode.UNSUPPORTED_MEDIA_TYPE;
    }

    /// A body that nobody asked for, or no more of, is not read to its end: the connection goes
    /// with the answer.
    private static void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        ConnectionGuard guard = ConnectionGuard.of(request.connection());
        if (guard != null) guard.began(request);
        context.addHeadersEndHandler(_ -> {
            if (isUnread(request)) context.response().putHeader("Connection", "close");
        });
        context.addEndHandler(_ -> {
            if (isUnread(request)) request.connection().close();
            else if (guard != null) guard.ended();
        });
    }

    private static boolean isUnread(HttpServerRequest request) {
        return hasBody(request) && !request.isEnded();
    }

    private static boolean hasBody(HttpServerRequest request) {
        boolean isNone = request.headers().getAll("Content-Length").stream().allMatch("0"::equals);
        return !isNone || request.headers().contains("Transfer-Encoding");
    }

    /// A browser does not know YAML and would save it as a file; for programs it stays YAML.
    private static boolean isOpenApiForABrowser(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        boolean isBrowser = accept != null && accept.contains("text/html");
        return isBrowser && request.path().equals("/openapi");
    }

    private static void showAsText(HttpServerResponse response) {
        String type = response.headers().get("Content-Type");
        boolean isYaml = type != null && type.contains("yaml");
        if (isYaml) response.putHeader("Content-Type", "text/plain;charset=UTF-8");
    }

    private static boolean isTooLarge(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null) return false;
        try {
            return Long.parseLong(length) > BodyLimit.of(request.path()).bytesMax();
        } catch (NumberFormatException notALength) {
            return true;
        }
    }

    private void lost(RoutingContext context) {
        answer(context, ProblemCode.NOT_FOUND);
    }

    /// What came to nothing on its way: an address that cannot be read, or a fault of ours.
    private void failed(RoutingContext context) {
        Throwable failure = context.failure();
        boolean isLate = context.response().headWritten();
        if (failure instanceof SecurityException || isLate) context.next();
        else answer(context, code(context.statusCode(), failure));
    }

    private static Coded code(int status, @Nullable Throwable failure) {
        if (status == HeadCode.MALFORMED.status()) return HeadCode.MALFORMED;
        if (status >= 400 && status < 500) return ProblemCode.ofStatus(status);
        if (failure != null && FailureKind.isOutage(failure)) return ProblemCode.UNAVAILABLE;
        LOG.errorf(failure, "a request failed on its way status=%d", status);
        return ProblemCode.INTERNAL;
    }

    private void answer(RoutingContext context, Coded code) {
        if (code.status() == ProblemCode.UNAVAILABLE.status()) {
            context.response().putHeader("Retry-After", String.valueOf(Problems.RETRY_SECONDS));
        }
        answers.answer(context.response(), code);
    }
}
