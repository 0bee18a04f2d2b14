package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.Eventually;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A mapping with a pattern that never comes to an end at some names: the chunk is stopped and in
/// sight, and nobody else is held up.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SlowMappingIT.Astray.class)
final class SlowMappingIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/v1/feeds/vendor-push/deliveries";

    /// At this name the pattern goes astray.
    private static final String NAME = "a".repeat(100) + "!";

    /// The mappings of the project, and one of its feeds with a pattern that goes astray.
    public static final class Astray implements QuarkusTestProfile {
        private static final String MAPPING =
                """
                recordId: .recordId
                teacher.teacherNo: .teacher.teacherNo
                teacher.name: .teacher.name
                program.name: 'if (test(.program.name, "^(a+)+\\\\1$")) "a" else .program.name'
                level: .level
                form: .form
                hours: .hours
                grade: .grade
                completedOn: .completedOn
                """;

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path project = Files.createTempDirectory("credithub-astray-");
                Path mappings = project.resolve("mappings");
                copy(Path.of(System.getProperty("hub.project", "."), "mappings"), mappings);
                Files.writeString(mappings.resolve("vendor-push/mapping.yaml"), MAPPING);
                return Map.of(
                        "hub.work.project", project.toString(),
                        "hub.work.interpret-max", "2s",
                        "hub.work.sweep-every", "200ms");
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

    @Test
    void aTrialOfItIsToldWhatWouldBecomeOfIt() {
        problem(post("?dryRun=true", named(NAME)).then(), ProblemCode.TRIAL_OVER_TIME);
        assertThat(post("?dryRun=true", named("研修")).statusCode()).isEqualTo(200);
    }

    @Test
    void itsChunkIsBrokenAndTheOthersGoOn() {
        String slow = post("", named(NAME)).header("Location");
        String quick = post("", named("研修")).header("Location");
        JsonPath settled = Answers.settled(operator(keys), quick);
        assertThat(settled.getInt("records.waiting")).isEqualTo(1);
        Eventually.until("it is broken", SOON, () -> get(slow).getInt("chunksBroken") == 1);
        JsonPath chunk = get(slow + "/chunks");
        assertThat(chunk.getString("[0].error"))
                .startsWith("OverTime: not interpreted in 2000 ms of processor time at ");
        sweptTwice();
        assertThat(get(slow + "/chunks").getString("[0].brokenAt"))
                .isEqualTo(chunk.getString("[0].brokenAt"));
    }

    /// What lands later is done, so the chunks that are left were looked through again.
    private void sweptTwice() {
        for (int time = 0; time < 2; time++) {
            Answers.settled(operator(keys), post("", named("研修")).header("Location"));
        }
    }

    private Response post(String query, String body) {
        return feed(keys, "vendor-push")
                .contentType("application/x-ndjson")
                .body(body.getBytes(UTF_8))
                .post(PATH + query);
    }

    private JsonPath get(String path) {
        return operator(keys).get(path).jsonPath();
    }

    private static String named(String program) {
        String id = "astray-" + UUID.randomUUID();
        return Answers.record("IT-nobody", id, 8).replace("研修 " + id, program);
    }
}
