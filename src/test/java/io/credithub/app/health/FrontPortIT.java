package io.credithub.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credithub.testing.ApartFromOthers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@ApartFromOthers
final class FrontPortIT {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration WITHIN = Duration.ofSeconds(20);

    @AfterAll
    static void end() {
        boolean _ = VERTX.close().isComplete();
    }

    @Test
    void aPortThatAnswersIsAliveWhateverItSays() throws IOException {
        try (ServerSocket open = listening()) {
            Thread.ofPlatform().daemon().start(() -> answerOne(open));
            assertThat(status(open.getLocalPort())).isEqualTo(Status.UP);
        }
    }

    @Test
    void aPortThatIsClosedIsDown() throws IOException {
        ServerSocket closed = listening();
        int port = closed.getLocalPort();
        closed.close();
        assertThat(status(port)).isEqualTo(Status.DOWN);
    }

    @Test
    void aPortThatTakesAndNeverAnswersIsDownSoon() throws IOException {
        try (ServerSocket silent = listening()) {
            Instant began = Instant.now();
            assertThatThrownBy(() -> asking(silent.getLocalPort()).ask().await().atMost(WITHIN))
                    .isInstanceOf(Exception.class);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Status status(int port) {
        return new FrontPortCheck(asking(port)).call().await().atMost(WITHIN).getStatus();
    }

    private static FrontPort asking(int port) {
        return new FrontPort(VERTX, () -> new FrontPort.Address("127.0.0.1", port, false));
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void answerOne(ServerSocket open) {
        try (Socket socket = open.accept()) {
            assertThat(socket.getInputStream().read()).isEqualTo('G');
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
