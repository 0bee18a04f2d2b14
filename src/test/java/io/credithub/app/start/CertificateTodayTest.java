package io.credithub.app.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateTodayTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "200, VALID, true",
        "200, IN_QUESTION, false",
        "200, REVOKED, false",
        "500, VALID, false",
    })
    void onlyWhatIsValidHolds(int http, String status, boolean holds) throws IOException {
        byte[] body =
                ("{\"status\":\"" + status + "\",\"meaning\":{\"zh\":\"某义\",\"en\":\"some\"}}")
                        .getBytes(UTF_8);
        HttpServer hub =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext(
                "/api/v1/certificates/2026-7F/status",
                exchange -> {
                    assertThat(exchange.getRequestURI().getQuery()).isEqualTo("fingerprint=ab");
                    exchange.sendResponseHeaders(http, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        hub.start();
        StringWriter said = new StringWriter();
        URI address = URI.create("http://localhost:" + hub.getAddress().getPort());
        try (PrintWriter out = new PrintWriter(said)) {
            assertThat(new CertificateToday(address).tell("2026-7F", "ab", out)).isEqualTo(holds);
        } finally {
            hub.stop(0);
        }
        assertThat(said.toString()).contains(http == 200 ? status : "no hub answers");
    }
}
