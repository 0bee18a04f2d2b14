package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.fixtures.RosterTeacher;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.delivery.Landing;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Why a standing is what it is, through the door.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class StandingExplanationIT {
    @Inject ApiKeys keys;
    @Inject Landing landing;

    private final RosterTeacher teacher = RosterTeacher.draw(new Random(), "140105");
    private Provided provided;

    @BeforeEach
    void aTeacherIsInTheRoster() {
        provided = new Provided(keys, landing, teacher);
        provided.enrol();
    }

    @Test
    void aStandingIsExplainedAsItWasKnownOnADay() {
        provided.drop(1, 40);
        JsonPath today = operator(keys).get(standingPath("?cycle=2022")).jsonPath();
        assertThat(today.getString("find { it.topic == 'SCHOOL_YEAR' }.text.zh"))
                .isEqualTo("2022 学年所得 16.00 学分。");
        assertThat(today.getString("find { it.key == 'centralised' }.paragraph")).isEqualTo("三(二)");
        assertThat(today.getString("find { it.key == 'centralised' }.value")).isEqualTo("16.00");
        assertThat(today.getString("[-1].topic")).isEqualTo("VERDICT");
        String before =
                reader(keys, "140100")
                        .accept("text/plain")
                        .header("Accept-Language", "zh")
                        .get(standingPath("?cycle=2022&asOf=2025-08-31"))
                        .asString();
        assertThat(before).startsWith("2022 学年所得 0.00 学分。\n").contains("截至 2025-08-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2999-01-01", "asOf=x", "cycle=2023"})
    void whatIsNoDayOrNoCycleIsABadParameter(String query) {
        problem(operator(keys).get(standingPath("?" + query)).then(), ProblemCode.BAD_PARAMETER);
    }

    @Test
    void aStandingElsewhereIsAnsweredLikeOneThatDoesNotExist() {
        Response elsewhere = reader(keys, "140106").get(standingPath(""));
        Response nobody =
                reader(keys, "140106").get("/api/v1/teachers/IT-nobody/standing/explanation");
        problem(elsewhere.then(), ProblemCode.NOT_FOUND);
        assertThat(elsewhere.asString()).isEqualTo(nobody.asString());
    }

    @Test
    void aFeedAndAStrangerAreToldNothing() {
        problem(feed(keys, "vendor-push").get(standingPath("")).then(), ProblemCode.FORBIDDEN);
        problem(given().get(standingPath("")).then(), ProblemCode.UNAUTHENTICATED);
    }

    private String standingPath(String query) {
        return "/api/v1/teachers/" + teacher.teacherNo() + "/standing/explanation" + query;
    }
}
