package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.fixtures.Readme;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the front page of the project says to ask a running hub, and what it says is answered.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ReadmeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CURL =
            Pattern.compile("curl -H \"(\\S+): (.*)\" http://localhost:8080(/\\S+)");

    @Inject ApiKeys keys;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");
    private final Readme readme;

    ReadmeIT() throws IOException {
        readme = Readme.read();
    }

    @BeforeEach
    void aTeacherHasCompletedATraining() {
        operator(keys)
                .contentType("text/csv")
                .body(teacher.csv().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        String record = Answers.record(teacher.teacherNo(), teacher.teacherNo() + "r", 40);
        String location =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(record.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries")
                        .header("Location");
        Answers.settled(operator(keys), location);
    }

    @Test
    void itsCurlIsAnsweredAsItShows() throws IOException {
        Matcher curl = CURL.matcher(readme.command("curl "));
        assertThat(curl.matches()).isTrue();
        String key =
                keys.issue(new Permission.Operator(), "readme")
                        .await()
                        .atMost(Duration.ofSeconds(60))
                        .key();
        Response answer =
                given().header(curl.group(1), curl.group(2).replace("$KEY", key))
                        .get(curl.group(3));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode shown = JSON.readTree(readme.answerTo("curl ")).get(0);
        JsonNode told = called(JSON.readTree(answer.asString()), shown.get("code").asText());
        assertThat(told.get("title")).isEqualTo(shown.get("title"));
        assertThat(kinds(told)).containsExactlyInAnyOrderEntriesOf(kinds(shown));
        JsonNode counts = shown.get("counts");
        long outcomes = 0;
        for (String outcome : List.of("accepted", "rejected", "duplicate", "waiting")) {
            outcomes += counts.get(outcome).asLong();
        }
        assertThat(outcomes).as("it shows what it says").isEqualTo(counts.get("received").asLong());
    }

    @Test
    void everyOtherAddressThatItNamesAnswers() {
        List<String> addresses = readme.every("`(?:GET )?(/[a-z][^`]*)`");
        assertThat(addresses)
                .contains(
                        "/api/v1/reconciliation",
                        "/api/v1/teachers/{teacherNo}/statement?cycle=2022",
                        "/openapi");
        for (String address : addresses) {
            String asked = address.replace("{teacherNo}", teacher.teacherNo());
            assertThat(operator(keys).get(asked).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void theStatementThatItNamesExplainsEachAward() {
        String address =
                readme.every("`GET (/api/v1/teachers/[^`]*)`")
                        .getFirst()
                        .replace("{teacherNo}", teacher.teacherNo());
        JsonPath statement = operator(keys).get(address).jsonPath();
        assertThat(statement.getList("entries.credits")).containsExactly("16.00");
        assertThat(statement.getList("entries[0].steps.paragraph")).contains("四(一)", "四(二)");
    }

    private static JsonNode called(JsonNode feeds, String code) {
        for (JsonNode feed : feeds) {
            if (feed.get("code").asText().equals(code)) return feed;
        }
        throw new AssertionError("the answer has no feed " + code);
    }

    /// The kind of every field by its place; what is absent is as good as null.
    private static Map<String, String> kinds(JsonNode object) {
        Map<String, String> kinds = new HashMap<>();
        for (var field : object.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) continue;
            kinds.put(field.getKey(), value.getNodeType().name());
            if (!value.isObject()) continue;
            kinds(value).forEach((name, kind) -> kinds.put(field.getKey() + "." + name, kind));
        }
        return kinds;
    }
}
