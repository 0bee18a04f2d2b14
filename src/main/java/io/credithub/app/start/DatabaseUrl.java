package io.credithub.app.start;

import io.credithub.store.connection.DatabaseTransport;
import io.credithub.store.connection.DatabaseTransport.TransportMode;
import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `HUB_DB_URL`, read strictly: whoever writes a parameter that nobody reads believes in a
/// protection that is not there.
///
/// @param text as it was given
record DatabaseUrl(String text) {
    private static final int DEFAULT_PORT = 5432;
    private static final int SECONDS_MAX = 300;
    private static final int NAME_LENGTH_MAX = 63;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Where it leads.
    record DatabasePlace(String host, int port, String database, DatabaseTransport transport) {}

    /// @throws CannotStart if it is no such URL, or something in it is not understood
    DatabasePlace read() {
        if (text.contains("@")) throw CannotStart.becauseUrlHasSecrets();
        URI uri = parsed();
        String path = uri.getPath();
        String scheme = uri.getScheme();
        boolean ours = "postgres".equals(scheme) || "postgresql".equals(scheme);
        boolean isWhole = uri.getHost() != null && path != null && path.length() >= 2;
        if (!ours || !isWhole || uri.getRawFragment() != null) {
            throw CannotStart.becauseUrlIsWrong(text);
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new DatabasePlace(
                uri.getHost(), port, path.substring(1), transport(uri.getHost(), given(uri)));
    }

    private URI parsed() {
        try {
            return new URI(text.startsWith("jdbc:") ? text.substring(5) : text);
        } catch (URISyntaxException notAUrl) {
            throw CannotStart.becauseUrlIsWrong(text);
        }
    }

    private Map<String, String> given(URI uri) {
        Map<String, String> given = new LinkedHashMap<>();
        if (uri.getRawQuery() == null || uri.getRawQuery().isEmpty()) return given;
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]);
            String before = given.put(name, parts.length < 2 ? "" : decoded(parts[1]));
            if (before != null) throw CannotStart.becauseParameter(name, "stands there twice");
        }
        return given;
    }

    private String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw CannotStart.becauseUrlIsWrong(text);
        }
    }

    private static DatabaseTransport transport(String host, Map<String, String> given) {
        TransportMode mode = LOCAL.contains(host) ? TransportMode.DISABLE : TransportMode.PREFER;
        Optional<Path> root = Optional.empty();
        String name = DatabaseTransport.PLAIN.applicationName();
        Duration connect = DatabaseTransport.PLAIN.connect();
        for (Map.Entry<String, String> one : given.entrySet()) {
            String value = one.getValue();
            switch (one.getKey()) {
                case "sslmode" -> mode = mode(value);
                case "sslrootcert" -> root = Optional.of(certificate(value));
                case "application_name" -> name = name(value);
                case "connect_timeout" -> connect = Duration.ofSeconds(seconds(value));
                default -> throw CannotStart.becauseParameter(one.getKey(), "is not understood");
            }
        }
        return new DatabaseTransport(checked(mode, root), root, name, connect);
    }

    /// With a root certificate `require` checks it, as with PostgreSQL's own clients.
    private static TransportMode checked(TransportMode mode, Optional<Path> root) {
        if (mode.isChecked() && root.isEmpty()) {
            throw CannotStart.becauseParameter("sslmode=" + mode.word(), "needs sslrootcert");
        }
        if (root.isPresent() && (mode == TransportMode.DISABLE || mode == TransportMode.PREFER)) {
            throw CannotStart.becauseParameter(
                    "sslrootcert", "checks nothing with sslmode=" + mode.word());
        }
        return mode == TransportMode.REQUIRE && root.isPresent() ? TransportMode.VERIFY_CA : mode;
    }

    private static TransportMode mode(String word) {
        return Arrays.stream(TransportMode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        CannotStart.becauseParameter(
                                "sslmode",
                                "is one of disable, prefer, require, verify-ca, verify-full"));
    }

    private static Path certificate(String value) {
        Path file = Path.of(value).toAbsolutePath();
        try (InputStream in = Files.newInputStream(file)) {
            if (!CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                return file;
            }
        } catch (IOException | CertificateException unusable) {
            throw CannotStart.becauseParameter(
                    "sslrootcert", "names " + file + ", which is no certificate in PEM");
        }
        throw CannotStart.becauseParameter("sslrootcert", "names " + file + ", which is empty");
    }

    private static String name(String value) {
        boolean isName = !value.isBlank() && value.length() <= NAME_LENGTH_MAX;
        if (isName && value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) return value;
        throw CannotStart.becauseParameter("application_name", "is 1 to 63 printable letters");
    }

    private static int seconds(@Nullable String value) {
        if (value != null && value.matches("[1-9][0-9]{0,2}")) {
            int seconds = Integer.parseInt(value);
            if (seconds <= SECONDS_MAX) return seconds;
        }
        throw CannotStart.becauseParameter("connect_timeout", "is 1 to 300 seconds");
    }
}
