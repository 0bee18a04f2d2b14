package io.credithub.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fakes.OnePolicy;
import io.credithub.fixtures.Policies;
import io.credithub.flow.result.StoreFailure;
import io.credithub.flow.result.Unavailable;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemsTest {
    private static final OnePolicy POLICIES = new OnePolicy(Policies.shanxi());
    private static final ProblemCode INTERNAL = ProblemCode.INTERNAL;
    private static final ProblemCode UNAVAILABLE = ProblemCode.UNAVAILABLE;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NullPointerException(), INTERNAL),
                Arguments.of(new CompletionException(new NullPointerException()), INTERNAL),
                Arguments.of(new StoreFailure("22021", "", new Exception()), INTERNAL),
                Arguments.of(new StoreFailure("57P01", "", new Exception()), UNAVAILABLE),
                Arguments.of(new ConnectException(), UNAVAILABLE),
                Arguments.of(new CompletionException(new ConnectException()), UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatNobodyExpectedIsAnsweredAsWhatItIs(Throwable failure, ProblemCode code) {
        try (Response answer = new Problems(POLICIES).bug(failure)) {
            assertThat(answer.getEntity()).isEqualTo(Problem.of(code));
        }
    }

    @Test
    void onlyAnOutageSaysWhenToComeAgain() {
        try (Response outage = new Problems(POLICIES).unavailable(new Unavailable("database"));
                Response bug = new Problems(POLICIES).bug(new NullPointerException())) {
            assertThat(outage.getHeaderString("Retry-After")).isEqualTo("5");
            assertThat(bug.getHeaderString("Retry-After")).isNull();
        }
    }
}
