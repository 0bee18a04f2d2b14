package io.credithub.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.credithub.flow.access.KeyRefused;
import io.credithub.flow.feed.FeedPaused;
import io.credithub.flow.load.QuestionRefused;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.OverTime;
import io.credithub.flow.result.TooManyRecords;
import io.credithub.flow.result.Unavailable;
import io.credithub.flow.rules.Policies;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every failure of a request, as a [Problem].
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String CHALLENGE = "Bearer realm=\"credit-hub\"";
    public static final int RETRY_SECONDS = 5;

    private final Policies policies;

    Problems(Policies policies) {
        this.policies = policies;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        return answer(failure.problem());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response nobody(SecurityException failure) {
        return failure.getCause() instanceof KeyRefused why
                ? refusedKey(why)
                : answer(Problem.of(ProblemCode.UNAUTHENTICATED));
    }

    private static Response refusedKey(KeyRefused why) {
        Duration wait = why.waiting();
        if (wait.isZero()) return answer(Problem.of(AccessCode.KEY_EXPIRED));
        long seconds = wait.plusMillis(999).toSeconds();
        return answer(Problem.of(AccessCode.TOO_MANY_FAILURES), seconds);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return answer(Problem.of(ProblemCode.FORBIDDEN));
    }

    @ServerExceptionMapper
    public Response unavailable(Unavailable failure) {
        LOG.warnf("unavailable what=%s", failure.getMessage());
        return answer(Problem.of(ProblemCode.UNAVAILABLE));
    }

    @ServerExceptionMapper
    public Response busy(QuestionRefused failure) {
        return answer(
                Problem.of(
                        switch (failure.why()) {
                            case OWNERS_PLACES -> BusyCode.TOO_MANY_QUESTIONS;
                            case ALL_PLACES -> BusyCode.QUESTIONS_FULL;
                        }));
    }

    /// Not an outage: somebody has paused it, and the sender is told so.
    @ServerExceptionMapper
    public Response paused(FeedPaused failure) {
        Instant since = failure.since();
        String local = since == null ? null : PastDays.local(since, policies.zone());
        Particulars told = Particulars.remedy(PausedFeed.remedy(local));
        return answer(Problem.of(ProblemCode.FEED_PAUSED, told, null));
    }

    /// Of a trial: what lands is answered before it is worked on, and is then a broken chunk.
    @ServerExceptionMapper
    public Response overTime(OverTime failure) {
        return answer(Problem.of(ProblemCode.TRIAL_OVER_TIME));
    }

    @ServerExceptionMapper
    public Response tooMany(TooManyRecords failure) {
        LOG.infof("a delivery is refused what=%s", failure.getMessage());
        return answer(Problem.of(ProblemCode.TOO_MANY_RECORDS));
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException failure) {
        return answer(JsonFault.problem(failure));
    }

    /// The framework has an answer of its own for this one: a status without a word.
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure) {
        return answer(JsonFault.problem(failure));
    }

    /// What the framework refuses: no such path, method, media type, or a parameter of a wrong
    /// type, which it would call not found.
    @ServerExceptionMapper
    public Response refused(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        Throwable cause = failure.getCause();
        if (status == 400 && cause instanceof JsonProcessingException fault) {
            return answer(JsonFault.problem(fault));
        }
        boolean badParameter = status == 404 && cause instanceof IllegalArgumentException;
        if (badParameter) return answer(Problem.of(ProblemCode.BAD_PARAMETER));
        if (status >= 500) LOG.errorf(failure, "request failed status=%d", status);
        return answer(Problem.of(ProblemCode.ofStatus(status)));
    }

    /// Whatever else was thrown: an outage is told as one, all the rest as our error.
    @ServerExceptionMapper
    public Response bug(Throwable failure) {
        if (FailureKind.isOutage(failure)) {
            LOG.warnf("unavailable cause=%s", failure);
            return answer(Problem.of(ProblemCode.UNAVAILABLE));
        }
        LOG.error("request failed", failure);
        return answer(Problem.of(ProblemCode.INTERNAL));
    }

    private static boolean isForLater(int status) {
        return status == 503 || status == 429 || status == 408;
    }

    private static Response answer(Problem problem) {
        return answer(problem, RETRY_SECONDS);
    }

    private static Response answer(Problem problem, long retrySeconds) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        if (isForLater(problem.status())) answer.header(HttpHeaders.RETRY_AFTER, retrySeconds);
        return answer.build();
    }
}
