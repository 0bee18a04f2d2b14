package io.credithub.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.load.Heartbeats;
import io.credithub.store.connection.DatabaseProbe;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class HeartbeatCheckIT {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    @Inject DatabaseProbe database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private final AtomicLong now = new AtomicLong();
    private final Heartbeats heartbeats = new Heartbeats(now::get);

    @Test
    void timersThatAreDeadAreTold() {
        heartbeats.of("timers", Duration.ofMinutes(1));
        assertThat(status()).isEqualTo(Status.UP);
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void postingThatStandsStillIsToldWhileTheDatabaseWorks() {
        heartbeats.ofWork(HeartbeatCheck.POSTING, Duration.ofMinutes(1)).begin();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void livenessAsksTheFrontPortAndTheHeartbeatsOnly() {
        health("live")
                .statusCode(200)
                .body("checks.name", Matchers.containsInAnyOrder("api", "heartbeats"));
    }

    @Test
    void readinessTellsWhatTheHubCanTake() {
        health("ready")
                .statusCode(200)
                .body("checks.name", Matchers.hasItems("database", "disk", "feeds"));
    }

    @Test
    void whatHealthIsToldFromIsMeasured() {
        RestAssured.given()
                .port(managementPort)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        Matchers.allOf(
                                Matchers.containsString(
                                        "hub_heartbeat_age_seconds{name=\"sweeper\""),
                                Matchers.containsString(
                                        "hub_heartbeat_age_seconds{name=\"timers\""),
                                Matchers.containsString(
                                        "hub_heartbeat_age_seconds{name=\"posting\""),
                                Matchers.containsString("hub_chunks_open_age_seconds"),
                                Matchers.containsString("hub_disk_free_bytes{folder=\"spool\""),
                                Matchers.containsString("hub_database_up 1.0"),
                                Matchers.containsString("hub_database_restarts_total")));
    }

    private Status status() {
        return new HeartbeatCheck(heartbeats, database).call().await().atMost(WITHIN).getStatus();
    }

    private ValidatableResponse health(String which) {
        return RestAssured.given().port(managementPort).get("/q/health/" + which).then();
    }
}
