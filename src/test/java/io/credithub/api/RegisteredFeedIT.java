package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.Eventually;
import io.credithub.testing.FreshPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A feed whose file says `programmes: registered`, of one organiser, and of participants only.
@QuarkusTest
@QuarkusTestResource(value = FreshPostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(RegisteredFeedIT.Bound.class)
final class RegisteredFeedIT {
    /// The mappings of the project, with one of its feeds bound.
    public static final class Bound implements QuarkusTestProfile {
        private static final String MAY =
                """
                may:
                  levels: [CITY]
                  roles: [PARTICIPANT]
                  organisers: [某师范大学]
                programmes: registered
                """;

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path project = Files.createTempDirectory("credithub-bound-");
                Path mappings = project.resolve("mappings");
                copy(Path.of(System.getProperty("hub.project", "."), "mappings"), mappings);
                Path feed = mappings.resolve("vendor-push/feed.yaml");
                String text = Files.readString(feed);
                Files.writeString(feed, text.substring(0, text.indexOf("may:")) + MAY);
                return Map.of("hub.work.project", project.toString());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void copy(Path folder, Path into) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.toList()) {
                    Files.copy(one, into.resolve(folder.relativize(one)));
                }
            }
        }
    }

    @Inject ApiKeys keys;

    private final Claims claims = new Claims(() -> keys);

    @BeforeEach
    void aSchoolAndItsTeacher() {
        claims.enrol();
    }

    @Test
    void theFirstThingThatItMayNotReportIsTold() {
        JsonPath delivery =
                push(
                        line(1, "PROVINCE", "PARTICIPANT", "某师范大学"),
                        line(2, "CITY", "LECTURER", "某师范大学"),
                        line(3, "CITY", "PARTICIPANT", "某学院"),
                        line(4, "CITY", "PARTICIPANT", "某 师范大学"));
        assertThat(delivery.getInt("records.accepted")).isEqualTo(4);
        JsonPath findings =
                operator(keys)
                        .get("/api/v1/deliveries/" + delivery.getLong("delivery") + "/findings")
                        .jsonPath();
        assertThat(findings.getList("items.code")).containsOnly("HUB-2007");
        assertThat(findings.getList("items.value"))
                .containsExactly("LEVEL", "ROLE", "ORGANISER", "NOT_REGISTERED");
        assertThat(earned()).isEqualTo("0.00");
    }

    @Test
    void whatTheRegisterKnowsCounts() {
        register("CODE");
        push(known("CODE", 1), known("OTHER", 2));
        assertThat(earned()).isEqualTo("2.00");
    }

    @Test
    void whatTheRegisterComesToKnowCountsFromThenOn() {
        push(known("CODE", 1));
        assertThat(earned()).isEqualTo("0.00");
        register("CODE");
        Eventually.until("it counts", () -> earned().equals("2.00"));
    }

    private String earned() {
        return claims.statement(claims.first).getString("standing.earned");
    }

    private void register(String code) {
        String csv = "项目编号,项目名称\n%s-%s,%s\n".formatted(claims.first, code, title(code));
        Response taken =
                operator(keys)
                        .contentType("text/csv")
                        .body(csv.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/programmes/imports?reason=年度目录");
        assertThat(taken.statusCode()).as(taken.asString()).isBetween(200, 202);
        assertThat(taken.jsonPath().getInt("added")).isEqualTo(1);
    }

    /// What no other test calls a programme.
    private String title(String code) {
        return "研修" + claims.schoolCode.substring(2) + code;
    }

    private String known(String code, int n) {
        String line = line(n, "CITY", "PARTICIPANT", "某师范大学");
        String titled = line.replaceFirst("\"name\":\"..研修\"", "\"name\":\"" + title(code) + "\"");
        return titled.replace(
                "\"organiser\"", "\"code\":\"%s-%s\",\"organiser\"".formatted(claims.first, code));
    }

    private String line(int n, String level, String role, String organiser) {
        return """
        {"recordId":"%s-%d","teacher":{"teacherNo":"%s","name":"王䶮"},\
        "program":{"name":"%s研修","organiser":"%s"},"level":"%s","form":"ONLINE","hours":10,\
        "grade":"PASS","completedOn":"2023-05-1%d","role":"%s"}
        """
                .formatted(
                        claims.first,
                        n,
                        claims.first,
                        List.of("", "语文", "数学", "英语", "物理").get(n),
                        organiser,
                        level,
                        n,
                        role);
    }

    private JsonPath push(String... lines) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(String.join("", lines).getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(202);
        return Answers.settled(operator(keys), receipt.header("Location"));
    }
}
