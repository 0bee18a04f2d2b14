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
    void aRefusedStartEndsWithThreeAndAnyOtherFailureWithOne() {
        Throwable refused = new IllegalStateException("HUB-4102: another key.");
        assertThat(RunningHub.status(1, refused)).isEqualTo(3);
        assertThat(RunningHub.status(0, new RuntimeException("boom"))).isEqualTo(1);
        assertThat(RunningHub.status(1, null)).isEqualTo(1);
        assertThat(RunningHub.status(0, null)).isZero();
    }

    @Test
    void anyOtherFailureShowsItsStack() {
        assertThat(RunningHub.inOneLine(new RuntimeException("boom")))
                .contains("boom")
                .contains("RunningHubTest");
    }
}
