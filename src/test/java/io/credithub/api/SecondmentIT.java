package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.BankCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whoever works away from home belongs to the home school's county: its sums, sight and rules. The
/// county where they work sees them, and certifies.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class SecondmentIT {
    private static final Random RANDOM = new Random();
    private static final String HEADER =
            "teacher_no,id_type,id_number,name,birth_date,school_code,school_name,division_code,status,confirmed_on,transferred_on,home_school_code,home_division_code,left_on\n";

    @Inject ApiKeys keys;

    private final int place = RANDOM.nextInt(450);

    /// Counties in which no other test has anybody.
    private final String home = "%06d".formatted(149_000 + 2 * place);

    private final String host = "%06d".formatted(149_001 + 2 * place);
    private final RosterTeacher teacher = RosterTeacher.draw(RANDOM, home);

    private String row(String school, String county, String status, String rest) {
        return "%s,RESIDENT,%s,王䶮,,%s,学校,%s,%s,,,%s\n"
                .formatted(teacher.teacherNo(), teacher.idNumber(), school, county, status, rest);
    }

    private String atHome() {
        return row("S-home", home, "ACTIVE", ",,");
    }

    private String seconded(String homeSchool, String homeDivision) {
        return row("S-host", host, "SECONDED", homeSchool + "," + homeDivision + ",");
    }

    private ValidatableResponse roster(String... rows) {
        return operator(keys)
                .contentType("text/csv")
                .body((HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/roster")
                .then()
                .statusCode(200);
    }

    private Customer customer() {
        return new Customer(keys, teacher);
    }

    private String inForce(String county) {
        JsonPath counties =
                operator(keys).get("/api/v1/reconciliation?by=county").then().extract().jsonPath();
        return counties.getString("items.find { it.key == '" + county + "' }?.inForce");
    }

    private String onRoster(String county) {
        JsonPath proof = operator(keys).get("/api/v1/reconciliation").then().extract().jsonPath();
        return proof.getString(
                "standings.find { it.division == '" + county + "' && it.cycle == 2022 }?.teachers");
    }

    @Test
    void secondmentLeavesTheFiguresAtHome() {
        roster(atHome());
        customer().train(2022, "-a", 40);
        roster(seconded("S-home", home));
        customer().train(2023, "-b", 40);
        assertThat(inForce(home)).isEqualTo("2");
        assertThat(inForce(host)).isNull();
        assertThat(onRoster(home)).isEqualTo("1");
        assertThat(onRoster(host)).isNull();
        JsonPath mine = reader(keys, home).get("/api/v1/ledger/counties").jsonPath();
        assertThat(mine.getList("division")).containsOnly(home);
        assertThat(reader(keys, host).get("/api/v1/ledger/counties").jsonPath().getList(""))
                .isEmpty();
        JsonPath proof = operator(keys).get("/api/v1/reconciliation?recount=true").jsonPath();
        assertThat(proof.getBoolean("holds")).as(proof.getString("invariants")).isTrue();
    }

    @Test
    void theHomeCountyActsAndTheHostSeesAndCertifies() {
        roster(seconded("S-home", home));
        customer().train(2022, "-a", 40);
        String path = "/api/v1/teachers/" + teacher.teacherNo();
        for (String county : new String[] {home, host}) {
            reader(keys, county)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("division", equalTo(host))
                    .body("homeDivision", equalTo(home));
            reader(keys, county).get(path + "/statement?cycle=2022").then().statusCode(200);
        }
        problem(reader(keys, "159999").get(path).then(), ProblemCode.NOT_FOUND);
        problem(act(host, path + "/exemptions", EXEMPTION), BankCode.NOT_THE_HOME_COUNTY);
        act(home, path + "/exemptions", EXEMPTION).statusCode(201);
        act(host, path + "/certificates", "{\"cycle\":2022,\"purpose\":\"TITLE\"}").statusCode(201);
        problem(
                act(
                        host,
                        path + "/certificates",
                        "{\"cycle\":2022,\"purpose\":\"TITLE\",\"reserve\":\"1.00\"}"),
                BankCode.NOT_THE_HOME_COUNTY);
    }

    private static final String EXEMPTION =
            "{\"kind\":\"MATERNITY\",\"schoolYear\":2024,\"evidence\":\"产假\"}";

    private ValidatableResponse act(String county, String path, String body) {
        return with(keys, new Permission.Registrar(new Jurisdiction(county)))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    /// The colleague who tells where the school is may stand after the one who needs it.
    @Test
    void whereTheHomeSchoolIsIsLearnedFromThoseWhoWorkThere() {
        String school = "S-" + home;
        RosterTeacher colleague = RosterTeacher.draw(RANDOM, home);
        String other =
                "%s,RESIDENT,%s,王䶮,,%s,学校,%s,ACTIVE,,,,,\n"
                        .formatted(colleague.teacherNo(), colleague.idNumber(), school, home);
        roster(seconded(school, ""))
                .body("findings.code", equalTo(List.of("HUB-2150")))
                .body("refused", equalTo(0));
        customer().train(2022, "-a", 40);
        assertThat(inForce(host)).isEqualTo("1");
        roster(other, seconded(school, "")).body("findings", equalTo(List.of()));
        assertThat(inForce(home)).isEqualTo("1");
        assertThat(inForce(host)).as("nothing is there any more").isNull();
        assertThat(onRoster(home)).isEqualTo("2");
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        String school = "S-" + home;
        RosterTeacher colleague = RosterTeacher.draw(RANDOM, home);
        String other =
                "%s,RESIDENT,%s,王䶮,,%s,学校,%s,ACTIVE,,,,,\n"
                        .formatted(colleague.teacherNo(), colleague.idNumber(), school, home);
        roster(seconded(school, ""), other).body("findings", equalTo(List.of()));
        assertThat(onRoster(home)).isEqualTo("2");
    }

    @Test
    void whoComesBackHasNoOtherHome() {
        roster(seconded("S-home", home));
        customer().train(2022, "-a", 40);
        roster(row("S-host", host, "ACTIVE", ",,"));
        assertThat(inForce(home)).as("nothing is there any more").isNull();
        assertThat(inForce(host)).isEqualTo("1");
    }

    @Test
    void whoHasLeftIsAskedForNothingMoreAndKeepsTheCredits() {
        roster(atHome());
        customer().train(2022, "-a", 72);
        customer().train(2024, "-b", 40);
        roster(row("S-home", home, "LEFT", ",,2024-03-01"));
        JsonPath standing = customer().get("/standing?cycle=2022");
        assertThat(standing.getString("standing.verdict")).isEqualTo("LEFT");
        assertThat(standing.getString("standing.leftOn")).isEqualTo("2024-03-01");
        assertThat(standing.getList("standing.years.state", String.class))
                .containsExactly("ENDED", "LEFT", "LEFT", "LEFT", "LEFT");
        assertThat(standing.getList("standing.years.outcome", String.class))
                .containsExactly("QUALIFIED", "OPEN", "OPEN", "OPEN", "OPEN");
        assertThat(standing.getString("standing.years[2].recognised")).isEqualTo("16.00");
        JsonPath proof = operator(keys).get("/api/v1/reconciliation").jsonPath();
        String mine = "standings.find { it.division == '" + home + "' && it.cycle == 2022 }";
        assertThat(proof.getInt(mine + ".left")).isEqualTo(1);
    }

    @Test
    void whoHasNoRecordsIsCountedToo() {
        roster(atHome());
        JsonPath proof = reader(keys, home).get("/api/v1/reconciliation").jsonPath();
        String mine = "standings.find { it.cycle == 2022 }";
        assertThat(proof.getInt(mine + ".teachers")).isEqualTo(1);
        assertThat(proof.getInt(mine + ".withoutRecords")).isEqualTo(1);
        assertThat(proof.getInt("counties[0].teachers")).isEqualTo(1);
        assertThat(proof.getBoolean("holds")).isTrue();
    }
}
