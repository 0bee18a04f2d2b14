package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;

/// How the API is reached, from the environment to what Quarkus reads at its start: over TLS if
/// there is a certificate, and from behind a proxy if one is trusted. Neither unless it is said.
public final class HttpSettings {
    private static final String CERTIFICATE = "HUB_TLS_CERT_FILE";
    private static final String KEY = "HUB_TLS_KEY_FILE";
    private static final String REDIRECT = "HUB_HTTP_REDIRECT";
    private static final String PROXY = "HUB_PROXY";

    /// An address or a net; a name would be looked up for every request.
    private static final String ADDRESS = "[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*(/[0-9]{1,3})?";

    private HttpSettings() {}

    /// @throws CannotStart if something of it is missing or wrong
    public static Map<String, String> of(HubEnvironment around) {
        Map<String, String> settings = new HashMap<>();
        if (isTls(around)) settings.putAll(tls(around));
        String proxy = around.variable(PROXY);
        if (proxy != null) settings.putAll(behind(proxy));
        return settings;
    }

    static boolean isTls(HubEnvironment around) {
        return around.variable(CERTIFICATE) != null || around.variable(KEY) != null;
    }

    private static Map<String, String> tls(HubEnvironment around) {
        Path certificate = file(around, CERTIFICATE);
        Path key = file(around, KEY);
        requireCertificate(certificate);
        KeyFileRights.require(key);
        String store = "quarkus.tls.hub.key-store.pem.hub.";
        return Map.of(
                store + "cert",
                certificate.toString(),
                store + "key",
                key.toString(),
                // a certificate that is renewed is taken on without a restart
                "quarkus.tls.hub.reload-period",
                "60s",
                "quarkus.tls.hub.protocols",
                "TLSv1.3,TLSv1.2",
                "quarkus.http.tls-configuration-name",
                "hub",
                "quarkus.http.insecure-requests",
                isRedirected(around) ? "redirect" : "disabled");
    }

    private static boolean isRedirected(HubEnvironment around) {
        String redirect = around.variable(REDIRECT);
        if (redirect == null || redirect.equals("false")) return false;
        if (redirect.equals("true")) return true;
        throw CannotStart.becauseTls(REDIRECT + " is '" + redirect + "': write true or false");
    }

    private static Path file(HubEnvironment around, String variable) {
        String name = around.variable(variable);
        if (name == null) {
            throw CannotStart.becauseTls(
                    variable
                            + " is not set: a certificate needs its key, and a key its"
                            + " certificate");
        }
        Path file = Path.of(name).toAbsolutePath();
        if (Files.isReadable(file) && !Files.isDirectory(file)) return file;
        throw CannotStart.becauseTls(variable + " names " + file + ", which cannot be read");
    }

    private static void requireCertificate(Path file) {
        if (!isCertificate(file)) {
            throw CannotStart.becauseTls(
                    CERTIFICATE + " names " + file + ", which is no certificate in PEM");
        }
    }

    private static boolean isCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty();
        } catch (IOException | CertificateException unusable) {
            return false;
        }
    }

    private static Map<String, String> behind(String proxies) {
        for (String one : proxies.split(",", -1)) {
            if (!one.strip().matches(ADDRESS)) throw CannotStart.becauseProxy(one.strip());
        }
        String proxy = "quarkus.http.proxy.";
        return Map.of(
                proxy + "proxy-address-forwarding", "true",
                proxy + "allow-forwarded", "false",
                proxy + "allow-x-forwarded", "true",
                proxy + "enable-forwarded-host", "true",
                proxy + "trusted-proxies", proxies.replaceAll("\\s", ""));
    }
}
