package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.credithub.flow.subscription.SendFailure;
import io.credithub.testing.ApartFromOthers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A webhook, and a receiver of whatever mood.
@ApartFromOthers
final class WebhookCourierIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "a secret of this test";
    private static final String CONTENT = "编号,数量\r\n1,41\r\n";

    @TempDir Path folder;
    private final List<Headers> heads = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private SampleParcel sample;
    private volatile int status = 200;
    private Path secret;

    @BeforeEach
    void aReceiver() throws IOException {
        sample = SampleParcel.of(folder, CONTENT);
        secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::answer);
        server.createContext("/elsewhere", exchange -> exchange.sendResponseHeaders(200, -1));
        server.start();
    }

    @AfterEach
    void isGone() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        heads.add(exchange.getRequestHeaders());
        bodies.add(exchange.getRequestBody().readAllBytes());
        if (status == 0) {
            waitForTheEnd();
        } else {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String carry(Duration most) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        return new WebhookCourier(
                        url,
                        secret,
                        most,
                        () -> Instant.ofEpochSecond(1_756_684_800),
                        Runnable::run)
                .carry(sample.parcel(), sample.file())
                .await()
                .atMost(PATIENCE);
    }

    private SendFailure failure(Duration most) {
        return catchThrowableOfType(SendFailure.class, () -> carry(most));
    }

    @Test
    void theReceiverCanTellWhoseItIsAndThatItIsWhole() throws GeneralSecurityException {
        assertThat(carry(PATIENCE)).isEqualTo("HTTP 200");
        Headers head = heads.getFirst();
        assertThat(bodies.getFirst()).isEqualTo(CONTENT.getBytes(UTF_8));
        assertThat(head.getFirst("Idempotency-Key")).isEqualTo(SampleParcel.KEY.toString());
        String sha256 = SampleParcel.sha256(CONTENT.getBytes(UTF_8));
        assertThat(head.getFirst("Content-Digest"))
                .isEqualTo(
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(sha256))
                                + ":");
        String manifest = head.getFirst("X-CreditHub-Manifest");
        assertThat(new String(Base64.getDecoder().decode(manifest), UTF_8))
                .isEqualTo(sample.parcel().manifest());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        mac.update((head.getFirst("X-CreditHub-Timestamp") + "." + manifest + ".").getBytes(UTF_8));
        mac.update(bodies.getFirst());
        assertThat(head.getFirst("X-CreditHub-Signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal()));
        assertThat(head.getFirst("X-CreditHub-Timestamp")).isEqualTo("1756684800");
    }

    @Test
    void eachTryHasTheSameKey() {
        status = 503;
        assertThat(failure(PATIENCE).isPassing()).isTrue();
        status = 204;
        carry(PATIENCE);
        assertThat(heads)
                .extracting(head -> head.getFirst("Idempotency-Key"))
                .containsExactly(SampleParcel.KEY.toString(), SampleParcel.KEY.toString());
    }

    @ParameterizedTest(name = "{0} passes: {1}")
    @CsvSource({
        "500, true", "502, true", "503, true", "408, true", "425, true", "429, true",
        "400, false", "401, false", "403, false", "404, false", "410, false", "413, false",
        "301, false", "302, false", "307, false"
    })
    void whatTimeMendsIsTriedAgain(int answered, boolean passes) {
        status = answered;
        SendFailure failure = failure(PATIENCE);
        assertThat(failure.isPassing()).isEqualTo(passes);
        assertThat(failure.told()).contains(String.valueOf(answered)).doesNotContain(SECRET);
        assertThat(heads).as("no redirect is followed").hasSize(1);
    }

    @Test
    void aReceiverThatHangsIsLeft() {
        status = 0;
        assertThat(failure(Duration.ofMillis(500)).isPassing()).isTrue();
    }

    @Test
    void aReceiverThatIsGoneIsTriedAgain() {
        int port = server.getAddress().getPort();
        server.stop(0);
        SendFailure failure = failure(PATIENCE);
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.told()).doesNotContain(String.valueOf(port));
    }

    @Test
    void aWeakSecretSignsNothing() throws IOException {
        Files.writeString(secret, "short");
        assertThat(failure(PATIENCE).isPassing()).isFalse();
        assertThat(heads).isEmpty();
    }
}
