package io.credithub.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.WalkTable.Expected;
import io.credithub.api.WalkTable.Row;
import io.credithub.api.WalkTable.Who;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every answer goes through the jurisdiction of whoever asks: all operations of the OpenAPI
/// document, asked by every role, against a teacher of a county that most of them have nothing to
/// do with. What is expected is in `api/walk.txt`.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class JurisdictionWalkIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final int SHOWN = 80;

    @Inject ApiKeys keys;

    @Test
    void everyOperationHasAnExpectation() {
        Map<String, Map<String, Object>> paths =
                given().get("/openapi?format=json").then().extract().jsonPath().getMap("paths");
        Set<String> served = new TreeSet<>();
        paths.forEach((path, operations) ->
                operations.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method ->
                                served.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> expected = new TreeSet<>();
        for (Row row : WalkTable.rows()) expected.add(row.operation());
        assertThat(expected).isEqualTo(served);
        assertThat(served).hasSizeGreaterThan(50);
    }

    @Test
    void nobodyIsAnsweredAboutAnotherDivision() {
        WalkWorld world = new WalkWorld(keys);
        List<String> wrong = new ArrayList<>();
        for (Row row : WalkTable.rows()) {
            row.answers()
                    .forEach((who, expected) -> {
                        if (expected.status() != 0) wrong.addAll(ask(world, row, who, expected));
                    });
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> ask(WalkWorld world, Row row, Who who, Expected expected) {
        List<String> wrong = new ArrayList<>();
        Pattern traces = world.traces();
        for (Supplier<RequestSpecification> caller : world.callers(who)) {
            Response answer = send(world, row, caller.get());
            String said = row.operation() + row.query() + " " + who + " ";
            String body = answer.asString();
            if (answer.statusCode() != expected.status()) {
                wrong.add(said + answer.statusCode() + " for " + expected.status() + start(body));
            }
            Matcher trace = traces.matcher(body);
            boolean names = trace.find();
            if (who.isForeign() && names) wrong.add(said + "names" + around(body, trace.start()));
            if (expected.names() && !names) wrong.add(said + "does not name" + start(body));
        }
        return wrong;
    }

    private static Response send(WalkWorld world, Row row, RequestSpecification caller) {
        String[] parts = row.operation().split(" ");
        if (!parts[0].equals("GET")) {
            WalkWorld.Body body = world.body(row.operation());
            caller.contentType(body.type()).body(body.text().getBytes(UTF_8));
        }
        return caller.request(parts[0], world.path(parts[1]) + row.query());
    }

    private static String start(String body) {
        return around(body, 0);
    }

    private static String around(String body, int at) {
        int from = Math.max(0, at - SHOWN);
        return ": " + body.substring(from, Math.min(body.length(), at + 2 * SHOWN));
    }
}
