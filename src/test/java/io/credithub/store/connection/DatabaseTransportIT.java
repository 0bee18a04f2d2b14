package io.credithub.store.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.connection.DatabaseTransport.TransportMode;
import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.JdbcConnections;
import io.credithub.store.server.PostgresSettings;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.LaidOutHome;
import io.credithub.testing.PemCertificate;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way of securing a connection, by both clients of the database, against a server whose
/// certificate is for `localhost` and not for `127.0.0.1`.
@ApartFromOthers
final class DatabaseTransportIT {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String TELLS =
            "select ssl::text from pg_stat_ssl where pid = pg_backend_pid()";

    @TempDir static Path room;
    private static EmbeddedPostgres postgres;
    private static PemCertificate ours;
    private static PemCertificate strangers;

    @BeforeAll
    static void start() throws Exception {
        ours = PemCertificate.make(room, "ours", "dns:localhost");
        strangers = PemCertificate.make(room, "strangers", "dns:localhost");
        Path home = LaidOutHome.empty(room.resolve("home"));
        Path data = home.resolve("data");
        Files.copy(ours.certificate(), data.resolve("server.crt"));
        Files.copy(ours.key(), data.resolve("server.key"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(data.resolve("postgresql.auto.conf"), "ssl = on\n");
        postgres = EmbeddedPostgres.start(home, new PostgresSettings(0, 16));
    }

    @AfterAll
    static void stop() {
        postgres.close();
        boolean _ = VERTX.close().isComplete();
    }

    @ParameterizedTest(name = "{0} to {1} with {2}: {3}")
    @CsvSource({
        "DISABLE, 127.0.0.1, none, false",
        "PREFER, 127.0.0.1, none, true",
        "REQUIRE, 127.0.0.1, none, true",
        "VERIFY_CA, 127.0.0.1, ours, true",
        "VERIFY_CA, localhost, strangers, refused",
        "VERIFY_FULL, localhost, ours, true",
        "VERIFY_FULL, 127.0.0.1, ours, refused",
        "VERIFY_FULL, localhost, strangers, refused"
    })
    void bothClientsDoWhatTheModeSays(
            TransportMode mode, String host, String root, String encrypted) {
        DatabaseAccess access = access(mode, host, root);
        assertThat(byJdbc(access)).isEqualTo(encrypted);
        assertThat(reactively(access)).isEqualTo(encrypted);
    }

    private static DatabaseAccess access(TransportMode mode, String host, String root) {
        DatabaseAccess known = postgres.access();
        Optional<Path> certificate =
                switch (root) {
                    case "ours" -> Optional.of(ours.certificate());
                    case "strangers" -> Optional.of(strangers.certificate());
                    default -> Optional.empty();
                };
        return new DatabaseAccess(
                host,
                known.port(),
                known.database(),
                known.app(),
                known.owner(),
                new DatabaseTransport(mode, certificate, "credit hub", Duration.ofSeconds(5)));
    }

    private static String byJdbc(DatabaseAccess access) {
        try (Connection connection = JdbcConnections.connect(access, access.app());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TELLS)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException refused) {
            return "refused";
        }
    }

    private static String reactively(DatabaseAccess access) {
        PgConnectOptions told = PgConnectOptions.fromUri(access.reactiveUrl());
        access.reactiveProperties().forEach(told::addProperty);
        PgConnectOptions options =
                DatabaseTransport.applied(told)
                        .setUser(access.app().user())
                        .setPassword(access.app().password());
        return PgConnection.connect(VERTX, options)
                .compose(connection -> connection.query(TELLS).execute())
                .map(rows -> rows.iterator().next().getString(0))
                .otherwise("refused")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
