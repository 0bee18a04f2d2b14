package io.credithub.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.server.CannotStart;
import io.credithub.testing.PemCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpSettingsTest {
    @TempDir static Path folder;
    private static PemCertificate made;

    @BeforeAll
    static void make() {
        made = PemCertificate.make(folder, "it", "dns:localhost");
    }

    @Test
    void withoutAWordThereIsNeitherTlsNorAProxy() {
        assertThat(HttpSettings.of(around(Map.of()))).isEmpty();
    }

    @Test
    void aCertificateAndItsKeyMakeTlsAndCloseThePlainPort() {
        assertThat(HttpSettings.of(around(tls())))
                .containsEntry("quarkus.http.tls-configuration-name", "hub")
                .containsEntry("quarkus.tls.hub.protocols", "TLSv1.3,TLSv1.2")
                .containsEntry("quarkus.http.insecure-requests", "disabled");
    }

    @Test
    void aProxyIsBelievedByItsAddressOnly() {
        assertThat(HttpSettings.of(around(Map.of("HUB_PROXY", "10.0.0.7, 10.1.0.0/16"))))
                .containsEntry("quarkus.http.proxy.trusted-proxies", "10.0.0.7,10.1.0.0/16")
                .containsEntry("quarkus.http.proxy.allow-forwarded", "false");
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource({
        "HUB_TLS_KEY_FILE, '', HUB-4223: HUB_TLS_KEY_FILE is not set",
        "HUB_TLS_CERT_FILE, '', HUB-4223: HUB_TLS_CERT_FILE is not set",
        "HUB_TLS_CERT_FILE, /none, 'HUB-4223: HUB_TLS_CERT_FILE names /none, which cannot'",
        "HUB_TLS_CERT_FILE, /, 'HUB-4223: HUB_TLS_CERT_FILE names /, which cannot'",
        "HUB_TLS_CERT_FILE, KEY, HUB-4223: HUB_TLS_CERT_FILE names",
        "HUB_TLS_KEY_FILE, OPEN, HUB-4229",
        "HUB_HTTP_REDIRECT, yes, HUB-4223: HUB_HTTP_REDIRECT",
        "HUB_PROXY, proxy.example, HUB-4230",
        "HUB_PROXY, '10.0.0.7,', HUB-4230",
        "HUB_PROXY, *, HUB-4230"
    })
    void whatIsWrongIsRefusedAndNamed(String variable, String value, String message)
            throws IOException {
        Path open = Files.copy(made.key(), Files.createTempDirectory(folder, "x").resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> environment = new HashMap<>(tls());
        environment.put(
                variable,
                value.replace("KEY", made.key().toString()).replace("OPEN", open.toString()));
        assertThat(told(environment)).startsWith(message);
    }

    private static String told(Map<String, String> environment) {
        try {
            return HttpSettings.of(around(environment)).toString();
        } catch (CannotStart refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Map<String, String> tls() {
        return Map.of(
                "HUB_TLS_CERT_FILE", made.certificate().toString(),
                "HUB_TLS_KEY_FILE", made.key().toString());
    }

    private static HubEnvironment around(Map<String, String> environment) {
        return new HubEnvironment(environment, folder, folder);
    }
}
