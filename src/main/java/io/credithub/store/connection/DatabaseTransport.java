package io.credithub.store.connection;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How connections to a database server are made: what may stand behind the `?` of its URL, and
/// nothing else.
///
/// @param rootCertificate in PEM; given where the server's certificate is checked
/// @param connect how long one connection may take to be made
public record DatabaseTransport(
        TransportMode mode,
        Optional<Path> rootCertificate,
        String applicationName,
        Duration connect) {
    private static final String ROOT = "hub_root_certificate";
    private static final String CONNECT = "hub_connect_seconds";

    /// Of a server on this machine: nobody listens in between.
    public static final DatabaseTransport PLAIN =
            new DatabaseTransport(
                    TransportMode.DISABLE, Optional.empty(), "credit-hub", Duration.ofSeconds(10));

    /// As PostgreSQL's own clients call them.
    public enum TransportMode {
        DISABLE("disable"),
        PREFER("prefer"),
        REQUIRE("require"),
        VERIFY_CA("verify-ca"),
        VERIFY_FULL("verify-full");

        private final String word;

        TransportMode(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /// Whether a certificate by somebody else ends the connection.
        public boolean isChecked() {
            return this == VERIFY_CA || this == VERIFY_FULL;
        }
    }

    /// For the driver of JDBC, which has words of its own.
    public String jdbcParameters() {
        List<String> parameters = new ArrayList<>();
        parameters.add("sslmode=" + mode.word());
        rootCertificate.ifPresent(file -> parameters.add("sslrootcert=" + encoded(file)));
        parameters.add("ApplicationName=" + encoded(applicationName));
        parameters.add("connectTimeout=" + connect.toSeconds());
        return String.join("&", parameters);
    }

    /// For the reactive client: what its own URL may say.
    public String reactiveParameters() {
        return "sslmode=" + mode.word() + "&application_name=" + encoded(applicationName);
    }

    /// For the reactive client: the rest, which [#applied] takes off again before it gets to the
    /// server.
    public Map<String, String> reactiveProperties() {
        Map<String, String> properties = new HashMap<>();
        rootCertificate.ifPresent(file -> properties.put(ROOT, file.toString()));
        properties.put(CONNECT, "" + connect.toSeconds());
        return properties;
    }

    /// Makes the options of the reactive client do what its URL says: the client leaves
    /// certificates to whoever calls it.
    static PgConnectOptions applied(PgConnectOptions given) {
        PgConnectOptions options = new PgConnectOptions(given);
        Map<String, String> properties = new HashMap<>(given.getProperties());
        String root = properties.remove(ROOT);
        String seconds = properties.remove(CONNECT);
        options.setProperties(properties);
        if (seconds != null) {
            options.setConnectTimeout(Math.multiplyExact(Integer.parseInt(seconds), 1_000));
        }
        switch (given.getSslMode()) {
            case DISABLE -> {}
            case ALLOW, PREFER, REQUIRE -> options.setTrustAll(true);
            case VERIFY_CA -> options.setTrustAll(false).setHostnameVerificationAlgorithm("");
            case VERIFY_FULL ->
                    options.setTrustAll(false).setHostnameVerificationAlgorithm("HTTPS");
        }
        if (root != null) options.setTrustOptions(new PemTrustOptions().addCertPath(root));
        return options;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
