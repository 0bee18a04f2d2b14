package io.credithub.api;

import static io.credithub.api.Answers.feed;
import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static io.credithub.api.Claims.COUNTY;
import static io.credithub.api.Claims.ELSEWHERE;
import static io.credithub.api.Claims.PATH;
import static io.credithub.api.Claims.author;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a school does: it claims, follows, adds and takes back.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class RecognitionIT {
    @Inject ApiKeys keys;

    private final Claims claims = new Claims(() -> keys);

    @BeforeEach
    void aSchoolAndItsTeacher() {
        claims.enrol();
    }

    @Test
    void aClaimTellsWhatItWouldBeWorthToEachAuthor() {
        String number =
                claims.submitted(
                        claims.joint(
                                author(claims.first, "FIRST_AUTHOR"),
                                author(claims.stranger, "CO_AUTHOR")));
        JsonPath claim = claims.one(number);
        assertThat(claim.getString("state")).isEqualTo("SUBMITTED");
        assertThat(claim.getString("school.code")).isEqualTo(claims.schoolCode);
        assertThat(claim.getString("school.division")).isEqualTo(COUNTY);
        assertThat(claim.getList("worth.teacherNo")).containsExactly(claims.first, claims.stranger);
        assertThat(claim.getList("worth.credits")).containsExactly("5.00", "2.50");
        assertThat(claim.getList("worth.paragraph")).containsExactly("四(四)", "四(四)");
        assertThat(claim.getList("worth[1].steps")).isNotEmpty();
        assertThat(claim.getString("claim.evidence[0].title")).isEqualTo("封面与正文");
        assertThat(claim.getList("history.act")).containsExactly("SUBMIT");
        assertThat(claim.getList("awards")).isEmpty();
    }

    @Test
    void whoDecidesIsShownTheOtherClaimsOfTheWork() {
        String first = claims.submitted(claims.paper());
        String quoted = claims.paper().replace("作业设计 ", "《作业设计》");
        String second = claims.submitted(quoted.replace("2023-05-01", "2023-04-20"));
        JsonPath shown = county(second);
        assertThat(shown.getList("similar.number")).containsExactly(first);
        assertThat(shown.getString("similar[0].title")).isEqualTo("作业设计 " + claims.schoolCode);
        assertThat(shown.getString("similar[0].state")).isEqualTo("SUBMITTED");
        assertThat(shown.getString("similar[0].completedOn")).isEqualTo("2023-05-01");
        claims.decided(first, "{\"outcome\":\"RECOGNISE\"}");
        assertThat(county(second).getList("similar.state")).containsExactly("RECOGNISED");
        assertThat(county(claims.submitted(claims.degree())).getList("similar")).isEmpty();
    }

    private JsonPath county(String number) {
        Response claim = claims.registrar(COUNTY).get(PATH + "/" + number);
        return claim.then().statusCode(200).extract().jsonPath();
    }

    @Test
    void whereTheCountyDecidesTheRangeIsTold() {
        JsonPath claim = claims.one(claims.submitted(claims.degree()));
        assertThat(claim.getString("worth[0].paragraph")).isEqualTo("四(三)");
        assertThat(claim.getString("worth[0].range.least")).isEqualTo("1.00");
        assertThat(claim.getString("worth[0].decide.most")).isEqualTo("30.00");
        assertThat(claim.getString("worth[0].credits")).isNull();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
        Response answer =
                claims.school()
                        .body(
                                """
                                {"category":"BOOK","title":" ","level":"TOWN","rank":"GALAXY",
                                 "completedOn":"2999-01-01",
                                 "participants":[{"teacherNo":"IT-nobody","role":"CO_AUTHOR"}],
                                 "evidence":[{"kind":"HEARSAY","reference":"x"}]}
                                """)
                        .post(PATH);
        problem(answer.then(), ProblemCode.CLAIM_NOT_ACCEPTED);
        assertThat(answer.jsonPath().getList("findings.field"))
                .contains(
                        "/participants/0/teacherNo",
                        "/title",
                        "/level",
                        "/completedOn",
                        "/evidence/0/kind",
                        "/participants");
        assertThat(claims.codes(answer)).contains("HUB-1018", "HUB-1008", "HUB-1007", "HUB-1020");
        assertThat(answer.jsonPath().getString("findings[0].message.zh")).isNotBlank();
    }

    @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    "category":"PAPER"   | "category":"PATENT"              | HUB-1013 | /category
                    "rank":"PROVINCE"    | "rank":"GALAXY"                  | HUB-1013 | /rank
                    "rank":"PROVINCE"    | "rank":"PROVINCE","quantity":3   | HUB-1012 | /quantity
                    "category":"PAPER","title" | "category":"BOOK","title"  | HUB-1003 | /quantity
                    "kind":"FILE",       |                                  | HUB-1003 | /evidence/0/kind
                    "sha256":"0a         | "sha256":"xx                     | HUB-1004 | /evidence/0/sha256
                    "completedOn"        | "decidedCredits":9,"completedOn" | HUB-1002 | /decidedCredits
                    "completedOn"        | "schoolCode":"S-X","completedOn" | HUB-1020 | /schoolCode
                    """)
    void whatIsWrongIsNamed(String there, String instead, String code, String field) {
        String claim = claims.paper().replace(there, instead == null ? "" : instead);
        Response answer = claims.school().body(claim).post(PATH);
        problem(answer.then(), ProblemCode.CLAIM_NOT_ACCEPTED);
        assertThat(claims.codes(answer)).containsExactly(code);
        assertThat(answer.jsonPath().getList("findings.field")).containsExactly(field);
    }

    @Test
    void aTeacherIsNamedOnceAndWithARoleThatThePolicyKnows() {
        String one = author(claims.first, "FIRST_AUTHOR");
        Response twice = claims.school().body(claims.joint(one, one)).post(PATH);
        assertThat(claims.codes(twice)).containsExactly("HUB-1019");
        Response king = claims.school().body(claims.joint(author(claims.first, "KING"))).post(PATH);
        assertThat(claims.codes(king)).containsExactly("HUB-1013");
        assertThat(king.jsonPath().getString("findings[0].field"))
                .isEqualTo("/participants/0/role");
    }

    @Test
    void aSchoolClaimsOnlyWhereATeacherOfItsOwnTakesPart() {
        String others = claims.joint(author(claims.stranger, "FIRST_AUTHOR"));
        assertThat(claims.codes(claims.school().body(others).post(PATH)))
                .containsExactly("HUB-1020");
        Permission elsewhere =
                new Permission.SchoolPermission(claims.schoolCode, new Jurisdiction(ELSEWHERE));
        Response answer = Claims.json(with(keys, elsewhere)).body(claims.paper()).post(PATH);
        assertThat(claims.codes(answer)).containsExactly("HUB-1020");
    }

    @Test
    void theSameUnderOneReferenceIsOneClaim() {
        String claim = claims.paper().replace("{\"category\"", "{\"claimRef\":\"7\",\"category\"");
        Response first = claims.school().body(claim).post(PATH);
        Response again = claims.school().body(claim.replace("\n", "")).post(PATH);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("number"))
                .isEqualTo(first.jsonPath().getString("number"));
        problem(
                claims.school().body(claim.replace("作业", "课堂")).post(PATH).then(),
                ProblemCode.REFERENCE_USED_FOR_ANOTHER_CLAIM);
    }

    @Test
    void theSameUnderOneKeyIsOneClaim() {
        var school = claims.school().header("Idempotency-Key", claims.schoolCode);
        String first = school.body(claims.paper()).post(PATH).jsonPath().getString("number");
        assertThat(school.body(claims.paper()).post(PATH).jsonPath().getString("number"))
                .isEqualTo(first);
        problem(
                school.body(claims.degree()).post(PATH).then(),
                ProblemCode.KEY_USED_FOR_ANOTHER_BODY);
    }

    @Test
    void aClaimOutOfSightIsAnsweredLikeOneThatDoesNotExist() {
        String number = claims.submitted(claims.paper());
        Permission otherSchool = new Permission.SchoolPermission("S-X", new Jurisdiction(COUNTY));
        for (var who :
                List.of(
                        with(keys, otherSchool),
                        claims.registrar(ELSEWHERE),
                        reader(keys, "140200"))) {
            Response there = who.get(PATH + "/" + number);
            Response nowhere = who.get(PATH + "/R99999999");
            problem(there.then(), ProblemCode.NOT_FOUND);
            assertThat(there.asString()).isEqualTo(nowhere.asString());
            assertThat(who.get(PATH + "?limit=500").asString()).doesNotContain(number);
        }
        for (var who : List.of(claims.registrar(COUNTY), reader(keys, "140100"), operator(keys))) {
            who.get(PATH + "/" + number).then().statusCode(200);
        }
        problem(feed(keys, "vendor-push").get(PATH).then(), ProblemCode.FORBIDDEN);
        problem(
                reader(keys, COUNTY).contentType("application/json").body("{}").post(PATH).then(),
                ProblemCode.FORBIDDEN);
    }

    @Test
    void theListIsReadPageByPageAndByState() {
        String first = claims.submitted(claims.paper());
        String second = claims.submitted(claims.degree());
        withdraw(first).then().statusCode(200);
        JsonPath page = claims.school().get(PATH + "?limit=1").jsonPath();
        assertThat(page.getList("items.number")).containsExactly(first);
        JsonPath next =
                claims.school().get(PATH + "?limit=1&after=" + page.getString("next")).jsonPath();
        assertThat(next.getList("items.number")).containsExactly(second);
        assertThat(next.getString("next")).isNull();
        claims.school()
                .get(PATH + "?state=SUBMITTED")
                .then()
                .body("items.number", equalTo(List.of(second)));
        problem(claims.school().get(PATH + "?state=LOST").then(), ProblemCode.BAD_PARAMETER);
    }

    @Test
    void aReturnedClaimComesBackAndIsRecognised() {
        String number = claims.submitted(claims.paper());
        problem(resubmit(number, claims.paper()).then(), ProblemCode.NOT_IN_THIS_STATE);
        problem(claims.decide(number, "{\"outcome\":\"RETURN\"}").then(), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo("note"));
        claims.decided(number, "{\"outcome\":\"RETURN\",\"note\":\"缺录用通知\"}");
        assertThat(claims.one(number).getString("history[1].note")).isEqualTo("缺录用通知");
        assertThat(claims.codes(resubmit(number, claims.paper().replace("\"FILE\"", "\"X\""))))
                .containsExactly("HUB-1008");
        resubmit(number, claims.paper().replace("作业设计", "作业的设计")).then().statusCode(200);
        JsonPath claim = claims.one(number);
        assertThat(claim.getInt("revision")).isEqualTo(2);
        assertThat(claim.getString("claim.title")).startsWith("作业的设计");
        problem(
                claims.decide(number, "{\"outcome\":\"RECOGNISE\",\"revision\":1}").then(),
                ProblemCode.CHANGED_MEANWHILE);
        claims.decided(number, "{\"outcome\":\"RECOGNISE\",\"revision\":2}");
        assertThat(claims.posted(number, 1).getString("awards[0].credits")).isEqualTo("5.00");
    }

    @Test
    void aWithdrawnClaimIsNotDecided() {
        String number = claims.submitted(claims.paper());
        withdraw(number).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        problem(
                claims.decide(number, "{\"outcome\":\"RECOGNISE\"}").then(),
                ProblemCode.NOT_IN_THIS_STATE);
        problem(withdraw(number).then(), ProblemCode.NOT_IN_THIS_STATE);
    }

    private Response withdraw(String number) {
        return claims.school().body("{}").post(PATH + "/" + number + "/withdrawal");
    }

    private Response resubmit(String number, String claim) {
        return claims.school().body(claim).post(PATH + "/" + number + "/resubmission");
    }
}
