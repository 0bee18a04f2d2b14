package io.credithub.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credithub.api.http.HttpHardening;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class FrontPageIT {
    @Test
    void thePageSaysWhatThisIsInChineseFirst() {
        Response page = given().get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("<h1>学分汇", "/openapi", "/favicon.ico");
        for (String file : List.of("/hub.js", "/hub.css")) {
            assertThat(given().get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void aBrowserAsksAgainSoThatAnUpgradeShows() {
        for (String file : List.of("/", "/hub.js", "/hub.css")) {
            assertThat(given().get(file).header("Cache-Control")).as(file).isEqualTo("no-cache");
        }
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() {
        String page = given().get("/").asString();
        Map<String, Integer> statuses = new HashMap<>();
        Matcher link = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(page);
        while (link.find()) {
            statuses.put(link.group(1), given().get(link.group(1)).statusCode());
        }
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "/health", 200,
                                "/openapi", 200,
                                "/openapi?format=json", 200,
                                "/about", 200,
                                "/favicon.ico", 200,
                                "/hub.css", 200,
                                "/hub.js", 200));
    }

    @Test
    void aBrowserShowsTheDescriptionThatProgramsReadAsYaml() {
        String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
        Response shown = given().header("Accept", browser).get("/openapi");
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(shown.asString()).startsWith("---\nopenapi:").contains("学分汇");
        assertThat(shown.header("Content-Disposition")).isNull();
        assertThat(given().get("/openapi").contentType()).contains("yaml");
        assertThat(given().header("Accept", browser).get("/openapi?format=json").contentType())
                .contains("json");
    }

    @Test
    void theHubSaysWhichDayItTakesForToday() {
        Response about = given().get("/about");
        assertThat(about.statusCode()).isEqualTo(200);
        assertThat(about.jsonPath().getString("today")).isEqualTo(Customer.today().toString());
        assertThat(about.jsonPath().getBoolean("demo")).isFalse();
        assertThat(about.jsonPath().getList("teachers")).isEmpty();
    }

    @Test
    void healthIsOneWordForEverybody() {
        Response health = given().get("/health");
        assertThat(health.asString()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aBrowserMayRunNothingButOurOwnScript() {
        Response page = given().get("/");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(HttpHardening.CONTENT_SECURITY);
        assertThat(HttpHardening.CONTENT_SECURITY).doesNotContain("unsafe").doesNotContain("http");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.asString()).doesNotContain("style=").doesNotContain("<script>");
    }

    @Test
    void everyOperationIsDescribedWhole() throws IOException {
        JsonNode openApi =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        int operations = 0;
        for (var path : openApi.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                String name = method.getKey() + " " + path.getKey();
                operations++;
                assertThat(operation.path("summary").asText()).as(name).isNotBlank();
                assertThat(operation.path("tags")).as(name).isNotEmpty();
                boolean isOpen =
                        path.getKey().startsWith("/api/v1/certificates/")
                                || path.getKey().startsWith("/verify/");
                assertThat(operation.path("security").toString().contains("key"))
                        .as(name)
                        .isNotEqualTo(isOpen);
                assertThat(answers(operation)).as(name).isTrue();
                assertThat(operation.at("/responses/default/$ref").asText())
                        .as(name)
                        .isEqualTo("#/components/responses/Problem");
            }
        }
        assertThat(operations).isGreaterThan(14);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode openApi =
                new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
        List<String> references = openApi.findValuesAsText("$ref");
        assertThat(references).contains("#/components/schemas/Completion");
        assertThat(references)
                .allSatisfy(reference ->
                        assertThat(openApi.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
        assertThat(openApi.at("/components/schemas/Credits/type").asText()).isEqualTo("string");
    }

    @Test
    void aCompletionHasTheFieldsOfThePublishedSchema() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode published;
        try (InputStream in =
                FrontPageIT.class.getResourceAsStream("/schema/completion.schema.json")) {
            published = json.readTree(in);
        }
        JsonNode described =
                json.readTree(given().get("/openapi?format=json").asString())
                        .at("/components/schemas/Completion");
        assertThat(names(described)).isNotEmpty().isEqualTo(names(published));
    }

    private static Set<String> names(JsonNode schema) {
        return schema.get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// A success with a schema, or one that says that there is nothing.
    private static boolean answers(JsonNode operation) {
        JsonNode responses = operation.get("responses");
        if (responses.has("204")) return true;
        for (String status : List.of("200", "201", "202")) {
            for (JsonNode content : responses.path(status).path("content")) {
                if (content.has("schema")) return true;
            }
        }
        return false;
    }
}
