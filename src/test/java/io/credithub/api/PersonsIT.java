package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two registrars renumber, merge and part teachers, and the credits follow.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class PersonsIT {
    private static final String COUNTY = "140105";

    @Inject ApiKeys keys;

    private final Random random = new Random();
    private final RosterTeacher one = RosterTeacher.draw(random, COUNTY);
    private final RosterTeacher other = RosterTeacher.draw(random, COUNTY);

    private RequestSpecification registrar(String division) {
        return Answers.with(keys, new Permission.Registrar(new Jurisdiction(division)));
    }

    private Response propose(RequestSpecification by, String number, String act, String body) {
        return by.contentType("application/json").body(body).post(path(number) + "/" + act);
    }

    private static String path(String number) {
        return "/api/v1/teachers/" + number;
    }

    private static String proposal(Response proposed) {
        assertThat(proposed.statusCode()).as(proposed.asString()).isEqualTo(201);
        return "/api/v1/persons/proposals/" + proposed.jsonPath().getString("id");
    }

    /// Proposed by one, confirmed by another.
    private void agreed(String number, String act, String body) {
        String path = proposal(propose(registrar(COUNTY), number, act, body));
        Response done = registrar("140000").post(path + "/confirm");
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
        assertThat(done.jsonPath().getString("state")).isEqualTo("CONFIRMED");
    }

    private @Nullable String earned(String number) {
        return operator(keys)
                .get(path(number) + "/statement?cycle=2022")
                .jsonPath()
                .getString("standing.earned");
    }

    private @Nullable String numberOf(String number) {
        return operator(keys).get(path(number)).jsonPath().getString("teacherNo");
    }

    private void enrol(String csv) {
        operator(keys)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private void push(String body) {
        Response receipt =
                feed(keys, "vendor-push")
                        .contentType("application/x-ndjson")
                        .body(body.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/feeds/vendor-push/deliveries");
        Answers.settled(operator(keys), receipt.header("Location"));
    }

    /// The sums that were kept along agree with a fresh count, and the chain with its lines.
    private void verify() {
        List<String> wrong =
                operator(keys)
                        .get("/api/v1/reconciliation?recount=true")
                        .jsonPath()
                        .getList("invariants.findAll { !it.holds && it.about == 'HUB' }.code");
        assertThat(wrong).noneMatch(code -> !code.startsWith("declared"));
    }

    @BeforeEach
    void twoTeachersAreInTheRoster() {
        enrol(one.csv());
        enrol(other.csv());
        push(Answers.record(one.teacherNo(), one.teacherNo() + "-r", 40));
        push(Answers.record(other.teacherNo(), other.teacherNo() + "-r", 30));
    }

    @Test
    void anotherNumberTakesTwoAndTheFormerGoesOnFinding() {
        String number = one.teacherNo();
        String next = number + "n";
        String body = "{\"newNumber\":\"%s\",\"reason\":\"换号\"}".formatted(next);
        RequestSpecification county = registrar(COUNTY);
        String path = proposal(propose(county, number, "renumber", body));
        problem(county.post(path + "/confirm").then(), ProblemCode.OWN_PROPOSAL);
        problem(registrar("140106").post(path + "/confirm").then(), ProblemCode.NOT_FOUND);
        assertThat(numberOf(number)).isEqualTo(number);
        assertThat(registrar("140100").post(path + "/confirm").statusCode()).isEqualTo(200);
        assertThat(numberOf(number)).isEqualTo(next);
        assertThat(earned(next)).isEqualTo("16.00");
        problem(registrar("140100").post(path + "/confirm").then(), ProblemCode.PROPOSAL_DECIDED);
        push(Answers.record(number, number + "-s", 30));
        assertThat(earned(next)).isEqualTo("28.00");
        assertThat(county.get(path(next) + "/history").jsonPath().getList("former.value"))
                .containsExactly(number);
        verify();
    }

    @Test
    void aRefusedProposalDoesNothing() {
        String number = one.teacherNo();
        String body = "{\"other\":\"%s\",\"reason\":\"误报\"}".formatted(other.teacherNo());
        String path = proposal(propose(registrar(COUNTY), number, "merge", body));
        registrar("140000").post(path + "/refuse").then().statusCode(200);
        problem(registrar("140000").post(path + "/confirm").then(), ProblemCode.PROPOSAL_DECIDED);
        assertThat(earned(number)).isEqualTo("16.00");
        assertThat(earned(other.teacherNo())).isEqualTo("12.00");
    }

    @Test
    void whoIsOnePersonHasOneAccountAndNoTrainingTwice() {
        String number = one.teacherNo();
        String gone = other.teacherNo();
        String same = Answers.record(gone, gone + "-t", 40);
        push(same.replace("研修 " + gone + "-t", "研修 " + number + "-r"));
        assertThat(earned(gone)).isEqualTo("28.00");
        agreed(number, "merge", "{\"other\":\"%s\",\"reason\":\"一人两号\"}".formatted(gone));
        assertThat(earned(number)).as("16.00 once, and 12.00").isEqualTo("28.00");
        assertThat(numberOf(gone)).isEqualTo(number);
        push(Answers.record(gone, gone + "-u", 30));
        assertThat(earned(number)).isEqualTo("40.00");
        enrol(other.csv());
        assertThat(numberOf(gone)).isEqualTo(number);
        verify();
    }

    @Test
    void underOneNumberMayBeTwoPersons() {
        String number = one.teacherNo();
        String next = number + "p";
        push(Answers.record(number, number + "-s", 30));
        assertThat(earned(number)).isEqualTo("28.00");
        String body =
                """
                {"newNumber":"%s","name":"李四","records":[{"feed":"vendor-push","recordId":"%s"}],\
                "reason":"一号两人"}\
                """
                        .formatted(next, number + "-s");
        agreed(number, "part", body);
        assertThat(earned(number)).isEqualTo("16.00");
        assertThat(earned(next)).isEqualTo("12.00");
        problem(propose(registrar(COUNTY), number, "part", body).then(), ProblemCode.NUMBER_TAKEN);
        verify();
    }

    @Test
    void aRowThatDisagreesWaitsForARegistrar() {
        String row = one.csv().replace("王䶮", "赵六").replace(one.idNumber(), other.idNumber());
        enrol(row);
        String open = "findAll { it.teacherNo == '%s' }".formatted(one.teacherNo());
        assertThat(registrar(COUNTY).get("/api/v1/persons/doubts").jsonPath().getList(open))
                .hasSize(1);
        assertThat(registrar(COUNTY).get("/api/v1/persons/doubts").asString())
                .doesNotContain(other.idNumber());
        assertThat(registrar("140106").get("/api/v1/persons/doubts").jsonPath().getList(open))
                .isEmpty();
    }
}
