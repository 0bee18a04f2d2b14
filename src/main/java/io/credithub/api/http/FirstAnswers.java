package io.credithub.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.api.problem.Coded;
import io.credithub.api.problem.HeadCode;
import io.credithub.api.problem.Problem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;

/// Problems told before any resource is asked: at the front door, and of what is no request at all.
@Singleton
final class FirstAnswers {
    private final ObjectMapper json;

    FirstAnswers(ObjectMapper json) {
        this.json = json;
    }

    void answer(HttpServerResponse response, Coded code) {
        try {
            response.setStatusCode(code.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(Problem.of(code)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is always JSON", impossible);
        }
    }

    /// Of bytes that are no request, or of which the head has no end. What follows cannot be told
    /// apart from it, so the connection goes.
    void answerMalformed(HttpServerRequest request) {
        ConnectionGuard guard = ConnectionGuard.of(request.connection());
        if (guard != null) guard.began(request);
        Throwable cause = request.decoderResult().cause();
        HeadCode code =
                switch (cause) {
                    case TooLongHttpLineException _ -> HeadCode.ADDRESS_TOO_LONG;
                    case TooLongHttpHeaderException _ -> HeadCode.HEADERS_TOO_LARGE;
                    case null, default -> HeadCode.MALFORMED;
                };
        answer(request.response().putHeader("Connection", "close"), code);
        request.connection().close();
    }
}
