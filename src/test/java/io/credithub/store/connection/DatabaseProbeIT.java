package io.credithub.store.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresPasswords;
import io.credithub.store.server.PostgresSettings;
import io.credithub.store.server.PostmasterFile;
import io.credithub.testing.ApartFromOthers;
import io.credithub.testing.LaidOutHome;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApartFromOthers
final class DatabaseProbeIT {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration WITHIN = Duration.ofSeconds(20);

    @TempDir static Path home;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(LaidOutHome.empty(home), new PostgresSettings(0, 16));
    }

    @AfterAll
    static void stop() {
        postgres.close();
        boolean _ = VERTX.close().isComplete();
    }

    @Test
    void aDatabaseThatTakesIsUp() {
        assertThat(asked(probe())).isEqualTo("up");
    }

    @Test
    void oneThatTakesNothingIsDown() throws Exception {
        as("alter role hub_app set default_transaction_read_only = on");
        try {
            assertThat(asked(probe())).contains("read-only");
        } finally {
            as("alter role hub_app reset default_transaction_read_only");
        }
    }

    @Test
    void oneThatStandsStillIsDownWithinABoundAndUpAgainAfterwards() throws Exception {
        DatabaseProbe probe = probe();
        assertThat(asked(probe)).isEqualTo("up");
        signal("-STOP");
        try {
            Instant began = Instant.now();
            assertThat(asked(probe())).isNotEqualTo("up");
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
        } finally {
            signal("-CONT");
        }
        assertThat(asked(probe())).isEqualTo("up");
    }

    @Test
    void oneThatIsNotThereIsDown() {
        DatabaseProbe nowhere =
                new DatabaseProbe(VERTX, () -> options().setPort(1).setHost("127.0.0.1"));
        assertThat(asked(nowhere)).contains("refused");
    }

    private static DatabaseProbe probe() {
        return new DatabaseProbe(VERTX, DatabaseProbeIT::options);
    }

    private static PgConnectOptions options() {
        DatabaseAccess access = postgres.access();
        return PgConnectOptions.fromUri(access.url())
                .setUser(access.app().user())
                .setPassword(access.app().password());
    }

    private static String asked(DatabaseProbe probe) {
        return probe.write()
                .map(_ -> "up")
                .onFailure()
                .recoverWithItem(failure -> String.valueOf(failure))
                .await()
                .atMost(WITHIN);
    }

    private static void as(String sql) throws Exception {
        var admin = PostgresPasswords.under(home).admin();
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.access().jdbcUrl(), admin.user(), admin.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void signal(String which) throws Exception {
        long pid = PostmasterFile.read(home.resolve("data")).orElseThrow().pid();
        int status = new ProcessBuilder("kill", which, "" + pid).start().waitFor();
        assertThat(status).isZero();
    }
}
