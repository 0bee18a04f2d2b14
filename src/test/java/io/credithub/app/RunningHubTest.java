package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RunningHubTest {
    @Test
    void aRefusedStartSaysWhatToDoInOneLine() {
        Throwable failure =
                new RuntimeException(
                        "Failed to start quarkus",
                        new IllegalStateException("HUB-4401: hub.source.x.url is not an address."));
        assertThat(RunningHub.inOneLine(failure))
                .isEqualTo("HUB-4401: hub.source.x.url is not an address.");
    }

    @Test
    void anyOtherFailureShowsItsStack() {
        assertThat(RunningHub.inOneLine(new RuntimeException("boom")))
                .contains("boom")
                .contains("RunningHubTest");
    }
}
