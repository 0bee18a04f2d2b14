package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// A school and its teacher in a county, a teacher in another, and what each office asks.
final class Claims {
    static final String COUNTY = "140105";
    static final String ELSEWHERE = "140106";
    static final String PATH = "/api/v1/recognitions";

    private static final Random RANDOM = new Random();

    private final Supplier<ApiKeys> keys;
    private final RosterTeacher own = RosterTeacher.draw(RANDOM, COUNTY);
    private final RosterTeacher other = RosterTeacher.draw(RANDOM, ELSEWHERE);
    final String schoolCode = "S-%08x".formatted(RANDOM.nextInt());
    final String first = own.teacherNo();
    final String stranger = other.teacherNo();

    Claims(Supplier<ApiKeys> keys) {
        this.keys = keys;
    }

    /// The teacher of the school is seconded to another, as the roster has it.
    void enrol() {
        String seconded = own.csv().replace("ACTIVE,,,", "ACTIVE,,," + schoolCode);
        for (String csv : List.of(seconded, other.csv())) {
            operator(keys.get())
                    .contentType("text/csv")
                    .body(csv.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/roster")
                    .then()
                    .statusCode(200);
        }
    }

    RequestSpecification school() {
        return json(
                with(
                        keys.get(),
                        new Permission.SchoolPermission(schoolCode, new Jurisdiction(COUNTY))));
    }

    RequestSpecification registrar(String division) {
        return json(with(keys.get(), new Permission.Registrar(new Jurisdiction(division))));
    }

    static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json");
    }

    /// A provincial paper of the first teacher.
    String paper() {
        return joint("{\"teacherNo\":\"%s\"}".formatted(first));
    }

    /// A provincial paper of several.
    String joint(String... participants) {
        return """
        {"category":"PAPER","title":"作业设计 %s","level":"PROVINCE","rank":"PROVINCE",
         "completedOn":"2023-05-01","participants":[%s],
         "evidence":[{"kind":"FILE","reference":"期刊 2023-05","title":"封面与正文","sha256":"%s"}]}
        """
                .formatted(schoolCode, String.join(",", participants), "0a".repeat(32));
    }

    static String author(String teacherNo, String role) {
        return "{\"teacherNo\":\"%s\",\"role\":\"%s\"}".formatted(teacherNo, role);
    }

    /// Degree study of the first teacher, which the county decides on.
    String degree() {
        return paper().replace("\"PAPER\"", "\"DEGREE_STUDY\"")
                .replace("\"rank\":\"PROVINCE\",", "");
    }

    /// @return its number
    String submitted(String claim) {
        Response answer = school().body(claim).post(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getString("number");
    }

    Response decide(String number, String decision) {
        return registrar(COUNTY).body(decision).post(PATH + "/" + number + "/decision");
    }

    JsonPath decided(String number, String decision) {
        Response answer = decide(number, decision);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    JsonPath one(String number) {
        return school().get(PATH + "/" + number).then().statusCode(200).extract().jsonPath();
    }

    /// Once the ledger has so many lines of it.
    JsonPath posted(String number, int lines) {
        Eventually.until(
                lines + " lines of " + number, () -> one(number).getList("awards").size() == lines);
        return one(number);
    }

    JsonPath statement(String teacherNo) {
        return operator(keys.get())
                .get("/api/v1/teachers/" + teacherNo + "/statement?cycle=2022")
                .jsonPath();
    }

    List<String> codes(Response answer) {
        return answer.jsonPath().getList("findings.code");
    }
}
