package io.credithub.api;

import static io.credithub.api.Answers.operator;
import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.reader;
import static io.credithub.api.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.BankCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// School years that were decided, and what happens when the ledger changes under them.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class DecidedYearsIT {
    @Inject ApiKeys keys;

    private Customer customer;

    /// 24.00 are earned in 2022, and decided.
    @BeforeEach
    void aDecidedYear() {
        customer = Customer.draw(keys);
        customer.enrol();
        customer.train(2022, "a", 40);
        customer.train(2022, "b", 20);
        decide().statusCode(200).body("recognised", equalTo("24.00"));
    }

    @AfterEach
    void theProofHolds() {
        customer.assertTheProofHolds();
    }

    @Test
    void theYearStandsAsDecidedAndTheBankGivesOutWhatTheLedgerHolds() {
        customer.withdraw("b");

        JsonPath standing = customer.get("/standing?cycle=2022").setRootPath("standing");
        assertThat(standing.getString("years[0].recognised")).isEqualTo("24.00");
        assertThat(standing.getString("years[0].outcome")).isEqualTo("QUALIFIED");
        assertThat(standing.getString("years[0].missing")).isEqualTo("0.00");
        assertThat(standing.getString("years[0].decided.inQuestion")).isEqualTo("true");
        assertThat(line(standing, "centralised", "recognised")).isEqualTo("24.00");
        assertThat(line(standing, "centralised", "earned")).isEqualTo("16.00");
        assertThat(standing.getString("earned")).isEqualTo("16.00");
        assertThat(standing.getString("backed")).isEqualTo("16.00");
        assertThat(standing.getList("inQuestion")).isEqualTo(List.of(2022));
        JsonPath account = customer.get("/account?cycle=2022");
        assertThat(account.getString("recognised")).isEqualTo("16.00");
        assertThat(account.getString("available")).isEqualTo("16.00");
    }

    @Test
    void theAuthorityIsShownWhatItDecidedBesideTheLedger() {
        customer.withdraw("b");

        JsonPath result = customer.get("/years/2022/result");
        assertThat(result.getBoolean("[0].inQuestion")).isTrue();
        assertThat(result.getString("[0].recognised")).isEqualTo("24.00");
        assertThat(result.getString("[0].ledger.recognised")).isEqualTo("16.00");
        assertThat(result.getString("[0].ledger.difference")).isEqualTo("-8.00");
        assertThat(result.getString("[0].ledger.lines.find { it.line == 'centralised' }.ledger"))
                .isEqualTo("16.00");
        assertThat(open("140105")).contains(customer.no());
        assertThat(open("140100")).contains(customer.no());
        assertThat(open("140106")).doesNotContain(customer.no());
    }

    @Test
    void aRecordThatComesLaterPutsTheYearInQuestionToo() {
        customer.train(2022, "c", 10);
        assertThat(customer.get("/years/2022/result").getString("[0].ledger.difference"))
                .isEqualTo("4.00");
        assertThat(customer.get("/account?cycle=2022").getString("recognised")).isEqualTo("24.00");
    }

    @Test
    void aCertificateThatRestsOnItReadsInQuestionUntilItIsConfirmed() {
        String number = certify();
        assertThat(status(number)).isEqualTo("VALID");
        problem(confirm("材料已核"), BankCode.NOT_IN_QUESTION);

        customer.withdraw("b");
        assertThat(status(number)).isEqualTo("IN_QUESTION");
        assertThat(text(number)).contains("存疑", "in question");

        confirm("材料已核").statusCode(204);
        assertThat(status(number)).isEqualTo("VALID");
        assertThat(customer.get("/years/2022/result").getString("[0].confirmed[0].reason"))
                .isEqualTo("材料已核");
        assertThat(open("140105")).doesNotContain(customer.no());
        assertThat(customer.get("/account?cycle=2022").getString("available")).isEqualTo("16.00");

        customer.withdraw("a");
        assertThat(status(number)).isEqualTo("IN_QUESTION");
    }

    @Test
    void aYearThatIsDecidedAnewLeavesTheOldCertificateInQuestion() {
        String number = certify();
        customer.withdraw("b");
        String during = certify();
        assertThat(text(during)).contains("[2022]");

        operator(keys)
                .contentType("application/json")
                .body("{\"reason\":\"来源撤回\"}")
                .delete(customer.path() + "/years/2022/result")
                .then()
                .statusCode(204);
        decide().statusCode(200).body("recognised", equalTo("16.00"));

        assertThat(status(number)).isEqualTo("IN_QUESTION");
        assertThat(customer.get("/standing?cycle=2022").getList("standing.inQuestion")).isEmpty();
        assertThat(status(certify())).isEqualTo("VALID");
    }

    @Test
    void onlyARegistrarOfThePlaceConfirms() {
        customer.withdraw("b");
        RequestSpecification elsewhere =
                with(keys, new Permission.Registrar(new Jurisdiction("140106")));
        problem(confirm(elsewhere, "x"), ProblemCode.NOT_FOUND);
        problem(confirm(reader(keys, "140105"), "x"), ProblemCode.FORBIDDEN);
        problem(confirm(operator(keys), " "), ProblemCode.BAD_PARAMETER);
    }

    private ValidatableResponse decide() {
        return operator(keys).put(customer.path() + "/years/2022/result").then();
    }

    private ValidatableResponse confirm(String reason) {
        return confirm(operator(keys), reason);
    }

    private ValidatableResponse confirm(RequestSpecification caller, String reason) {
        return caller.contentType("application/json")
                .body("{\"reason\":\"" + reason + "\"}")
                .post(customer.path() + "/years/2022/result/confirmations")
                .then();
    }

    private List<String> open(String division) {
        return reader(keys, division)
                .get("/api/v1/years/in-question?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.teacherNo");
    }

    private String certify() {
        return customer.post("/certificates", "{\"cycle\":2022,\"purpose\":\"TITLE\"}")
                .statusCode(201)
                .extract()
                .path("number");
    }

    private String status(String number) {
        return customer.get("/certificates/" + number).getString("status");
    }

    private String text(String number) {
        return operator(keys)
                .accept("text/plain")
                .get(customer.path() + "/certificates/" + number)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String line(JsonPath standing, String key, String field) {
        return standing.getString("requirements.find { it.line.key == '" + key + "' }." + field);
    }
}
