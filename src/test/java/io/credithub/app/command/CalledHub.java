package io.credithub.app.command;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.app.HubMain;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import picocli.CommandLine;

/// A hub that runs, and commands that an operator calls it by.
record CalledHub(ApiKeys keys, URI hub, Path operatorKey) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What a command said.
    record Said(int status, String out, String err) {}

    /// @param folder where the operator's key is put
    static CalledHub in(Path folder, ApiKeys keys, URI hub) throws IOException {
        Path file = folder.resolve("operator.key");
        Files.writeString(file, key(keys, new Permission.Operator()));
        return new CalledHub(keys, hub, file);
    }

    private static String key(ApiKeys keys, Permission grant) {
        return keys.issue(grant, "test").await().atMost(PATIENCE).key();
    }

    Said said(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--hub",
                                        hub.toString(),
                                        "--operator-key",
                                        operatorKey.toString()))
                        .toArray(String[]::new);
        CommandLine line = HubMain.reporting(HubMain.commandLine(all));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int status = line.execute(all);
        return new Said(status, out.toString(), err.toString());
    }

    private RequestSpecification with(Permission grant) {
        return given().header("Authorization", "Bearer " + key(keys, grant));
    }

    /// A teacher of a county with one record, worth 16.00, that is posted.
    ///
    /// @param more of the record, as JSON that ends with a comma
    /// @return the teacher's number
    String post(String county, String more) {
        RosterTeacher teacher = RosterTeacher.draw(new Random(), county);
        with(new Permission.Operator())
                .contentType("text/csv")
                .body(teacher.csv().getBytes(UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
        String no = teacher.teacherNo();
        String record =
                """
                {"recordId":"%1$s-r","teacher":{"teacherNo":"%1$s","name":"王䶮"},\
                "program":{"name":"研修 %1$s"},"level":"PROVINCE","form":"CENTRALISED","hours":40,\
                %2$s"grade":"EXCELLENT","completedOn":"2023-05-01"}
                """
                        .formatted(no, more);
        String location =
                with(new Permission.FeedPermission("vendor-push"))
                        .contentType("application/x-ndjson")
                        .body(record.getBytes(UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries")
                        .header("Location");
        Eventually.until(
                "posted",
                () ->
                        with(new Permission.Operator()).get(location).jsonPath().get("finishedAt")
                                != null);
        return no;
    }
}
