package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Claims.COUNTY;
import static io.credithub.api.Claims.ELSEWHERE;
import static io.credithub.api.Claims.PATH;
import static io.credithub.api.Claims.author;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a county does, and what becomes of it in the ledger.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class DecisionIT {
    private static final String RECOGNISE = "{\"outcome\":\"RECOGNISE\"}";

    @Inject ApiKeys keys;

    private final Claims claims = new Claims(() -> keys);

    @BeforeEach
    void aSchoolAndItsTeacher() {
        claims.enrol();
    }

    @Test
    void eachAuthorGetsAnAwardThatTheStatementExplains() {
        String number =
                claims.submitted(
                        claims.joint(
                                author(claims.first, "FIRST_AUTHOR"),
                                author(claims.stranger, "CO_AUTHOR")));
        claims.decided(number, RECOGNISE);
        JsonPath claim = claims.posted(number, 2);
        assertThat(claim.getList("awards.credits")).containsExactly("5.00", "2.50");
        JsonPath other = claims.statement(claims.stranger);
        assertThat(other.getBoolean("verified")).isTrue();
        assertThat(other.getString("entries[0].components.practice")).isEqualTo("2.50");
        assertThat(other.getString("entries[0].rule")).isEqualTo("paper-province-joint");
        assertThat(other.getList("entries[0].steps")).isNotEmpty();
        assertThat(other.getString("entries[0].provenance.recordId")).isEqualTo(number + "-2");
        assertThat(other.getLong("entries[0].provenance.delivery"))
                .isEqualTo(claim.getLong("dispatches[0].delivery"));
        JsonPath proof = operator(keys).get("/api/v1/reconciliation?recount=true").jsonPath();
        assertThat(proof.getString("invariants.findAll { !it.holds && it.about == 'HUB' }"))
                .isEqualTo("[]");
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    ,"decidedCredits":0.99    | HUB-1005 | /decidedCredits
                    ,"decidedCredits":"30.01" | HUB-1005 | /decidedCredits
                    ,"decidedCredits":4.005   | HUB-1005 | /decidedCredits
                    ,"decidedCredits":"much"  | HUB-1004 | /decidedCredits
                    ^^                        | HUB-1003 | /decidedCredits
                    """)
    void aRangeNeedsAValueWithinIt(String decided, String code, String field) {
        String number = claims.submitted(claims.degree());
        Response answer = claims.decide(number, "{\"outcome\":\"RECOGNISE\"" + decided + "}");
        problem(answer.then(), ProblemCode.CLAIM_NOT_ACCEPTED);
        assertThat(claims.codes(answer)).containsExactly(code);
        assertThat(answer.jsonPath().getList("findings.field")).containsExactly(field);
        assertThat(claims.one(number).getString("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void whatIsWithinTheRangeIsPostedAsDecided() {
        String number = claims.submitted(claims.degree());
        claims.decided(number, "{\"outcome\":\"RECOGNISE\",\"decidedCredits\":\"28.50\"}");
        JsonPath claim = claims.posted(number, 1);
        assertThat(claim.getString("history[1].decidedCredits")).isEqualTo("28.50");
        JsonPath statement = claims.statement(claims.first);
        assertThat(statement.getString("standing.recognised")).isEqualTo("28.50");
        assertThat(statement.getString("entries[0].components.practice")).isEqualTo("28.50");
    }

    @Test
    void nobodyDecidesWhatThePolicySettles() {
        String number = claims.submitted(claims.paper());
        Response answer =
                claims.decide(number, "{\"outcome\":\"RECOGNISE\",\"decidedCredits\":20}");
        assertThat(claims.codes(answer)).containsExactly("HUB-1012");
    }

    @Test
    void selfDirectedResultsAreRecognisedUpToTwenty() {
        for (int i = 1; i <= 5; i++) {
            String claim = claims.paper().replace("2023-05-01", "2023-05-0" + i);
            String number = claims.submitted(claim);
            claims.decided(number, RECOGNISE);
            claims.posted(number, 1);
        }
        JsonPath statement = claims.statement(claims.first);
        assertThat(statement.getString("standing.earned")).isEqualTo("25.00");
        assertThat(statement.getString("standing.recognised")).isEqualTo("20.00");
    }

    @Test
    void aRefusedClaimEarnsNothing() {
        String number = claims.submitted(claims.paper());
        claims.decided(number, "{\"outcome\":\"REFUSE\",\"note\":\"非正式刊物\"}");
        JsonPath claim = claims.one(number);
        assertThat(claim.getString("state")).isEqualTo("REFUSED");
        assertThat(claim.getList("dispatches")).isEmpty();
        problem(claims.decide(number, RECOGNISE).then(), ProblemCode.NOT_IN_THIS_STATE);
    }

    @Test
    void aRevokedRecognitionIsReversed() {
        String number = claims.submitted(claims.paper());
        claims.decided(number, RECOGNISE);
        claims.posted(number, 1);
        problem(revoke(number, "{}").then(), ProblemCode.BAD_PARAMETER);
        revoke(number, "{\"note\":\"抄袭\"}").then().statusCode(200);
        assertThat(claims.posted(number, 2).getList("awards.credits"))
                .containsExactly("5.00", "-5.00");
        JsonPath statement = claims.statement(claims.first);
        assertThat(statement.getString("standing.earned")).isEqualTo("0.00");
        assertThat(statement.getString("entries[1].reason")).isEqualTo("WITHDRAWN");
        problem(revoke(number, "{\"note\":\"抄袭\"}").then(), ProblemCode.NOT_IN_THIS_STATE);
    }

    @Test
    void whoSubmittedDoesNotDecide() {
        RequestSpecification registrar = claims.registrar(COUNTY);
        String claim =
                claims.paper()
                        .replace(
                                "{\"category\"",
                                "{\"schoolCode\":\"" + claims.schoolCode + "\",\"category\"");
        Response answer = registrar.body(claim).post(PATH);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String number = answer.jsonPath().getString("number");
        String decision = PATH + "/" + number + "/decision";
        problem(registrar.body(RECOGNISE).post(decision).then(), ProblemCode.OWN_SUBMISSION);
        problem(claims.school().body(RECOGNISE).post(decision).then(), ProblemCode.FORBIDDEN);
        claims.decided(number, RECOGNISE);
    }

    @Test
    void anotherCountyNeitherClaimsNorDecides() {
        String number = claims.submitted(claims.paper());
        problem(
                claims.registrar(ELSEWHERE)
                        .body(RECOGNISE)
                        .post(PATH + "/" + number + "/decision")
                        .then(),
                ProblemCode.NOT_FOUND);
        String claim =
                claims.paper()
                        .replace(
                                "{\"category\"",
                                "{\"schoolCode\":\"" + claims.schoolCode + "\",\"category\"");
        assertThat(claims.codes(claims.registrar(ELSEWHERE).body(claim).post(PATH)))
                .containsExactly("HUB-1020");
        claims.registrar("140100")
                .body(RECOGNISE)
                .post(PATH + "/" + number + "/decision")
                .then()
                .statusCode(200);
    }

    @Test
    void ofManyWhoDecideAtOnceOneWins() {
        String number = claims.submitted(claims.paper());
        List<RequestSpecification> offices =
                Stream.generate(() -> claims.registrar(COUNTY)).limit(6).toList();
        List<Integer> statuses =
                IntStream.range(0, offices.size())
                        .parallel()
                        .mapToObj(i -> {
                            String refuse = "{\"outcome\":\"REFUSE\",\"note\":\"否\"}";
                            return offices.get(i)
                                    .body(i % 2 == 0 ? RECOGNISE : refuse)
                                    .post(PATH + "/" + number + "/decision")
                                    .statusCode();
                        })
                        .sorted()
                        .toList();
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
        assertThat(claims.one(number).getList("history")).hasSize(2);
    }

    private Response revoke(String number, String body) {
        return claims.registrar(COUNTY).body(body).post(PATH + "/" + number + "/revocation");
    }
}
