package io.credithub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.app.start.HttpSettings;
import io.credithub.app.start.HubEnvironment;
import io.credithub.testing.Eventually;
import io.credithub.testing.PemCertificate;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The API over TLS, as `HUB_TLS_CERT_FILE` and `HUB_TLS_KEY_FILE` make it.
@QuarkusTest
@TestProfile(TlsIT.Certified.class)
@QuarkusTestResource(PostgresResource.class)
final class TlsIT {
    private static final String HSTS = "Strict-Transport-Security";

    @Inject HttpServer server;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    /// While the certificate is read anew, every second here, the server lets nobody in.
    @BeforeEach
    void theServerLetsIn() {
        Eventually.until("somebody is let in", () -> isOther(BigInteger.ZERO));
    }

    @Test
    void theApiSpeaksTlsAndSaysSoForAYear() {
        RestAssured.given()
                .relaxedHTTPSValidation()
                .get("https://localhost:" + server.getSecurePort() + "/about")
                .then()
                .statusCode(200)
                .header(HSTS, "max-age=31536000");
    }

    @Test
    void thePlainPortIsClosed() {
        assertThat(server.getPort()).isNegative();
    }

    @Test
    void livenessAsksOverTlsToo() {
        RestAssured.given()
                .get("http://localhost:" + managementPort + "/q/health/live")
                .then()
                .statusCode(200)
                .header(HSTS, Matchers.nullValue());
    }

    @Test
    void aCertificateThatIsRenewedIsTakenOn() throws Exception {
        BigInteger before = serial();
        PemCertificate renewed =
                PemCertificate.make(Files.createTempDirectory("tls"), "new", "dns:localhost");
        replace(renewed.key(), Certified.MADE.key());
        replace(renewed.certificate(), Certified.MADE.certificate());
        Eventually.until("the new certificate is shown", () -> isOther(before));
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Between the two files key and certificate do not go together, and nobody is let in.
    private boolean isOther(BigInteger before) {
        try {
            return !serial().equals(before);
        } catch (IOException betweenTheTwo) {
            return false;
        }
    }

    private BigInteger serial() throws IOException {
        try {
            SSLContext trusting = SSLContext.getInstance("TLS");
            trusting.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
            try (SSLSocket socket =
                    (SSLSocket)
                            trusting.getSocketFactory()
                                    .createSocket("localhost", server.getSecurePort())) {
                X509Certificate shown =
                        (X509Certificate) socket.getSession().getPeerCertificates()[0];
                return shown.getSerialNumber();
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Looks at a certificate, whosever it is.
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /// What the launcher would set, with a certificate of the test's own that is looked at often.
    public static final class Certified implements QuarkusTestProfile {
        private static final PemCertificate MADE = make();

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> environment =
                    Map.of(
                            "HUB_TLS_CERT_FILE", MADE.certificate().toString(),
                            "HUB_TLS_KEY_FILE", MADE.key().toString());
            Path here = Path.of(".");
            Map<String, String> overrides =
                    new HashMap<>(HttpSettings.of(new HubEnvironment(environment, here, here)));
            overrides.put("quarkus.tls.hub.reload-period", "1s");
            overrides.put("quarkus.http.test-ssl-port", "0");
            return overrides;
        }

        private static PemCertificate make() {
            try {
                return PemCertificate.make(Files.createTempDirectory("tls"), "it", "dns:localhost");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
