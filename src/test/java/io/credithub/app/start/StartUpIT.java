package io.credithub.app.start;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class StartUpIT {
    @Inject CamelContext camel;
    @Inject Pool database;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void theHubSaysThatItIsReady() {
        given().port(managementPort)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void camelIsRunning() {
        assertThat(camel.isStarted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void theDatabaseKeepsWhatItWasTold(String setting) {
        String value =
                database.query("show " + setting)
                        .execute()
                        .map(rows -> rows.iterator().next().getString(0))
                        .await()
                        .atMost(Duration.ofSeconds(60));
        assertThat(value).isEqualTo("on");
    }
}
