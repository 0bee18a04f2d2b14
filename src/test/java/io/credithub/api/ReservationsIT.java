package io.credithub.api;

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
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Withdrawing credits, through the API and PostgreSQL.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class ReservationsIT {
    @Inject ApiKeys keys;

    private Customer customer;

    @BeforeEach
    void aTeacherWithSixteenCredits() {
        customer = Customer.draw(keys);
        customer.enrol();
        customer.train(2022, "a", 40);
    }

    @AfterEach
    void theProofHolds() {
        customer.assertTheProofHolds();
    }

    @Test
    void whatIsReservedIsNotAvailableAndTheStandingStays() {
        reserve("12.50").statusCode(201);
        JsonPath account = account();
        assertThat(figures(account)).containsExactly("16.00", "12.50", "0.00", "3.50");
        assertThat(account.getList("movements.kind")).containsExactly("AVAILABLE", "RESERVED");
        assertThat(account.getList("movements.credits")).containsExactly("-12.50", "12.50");
        assertThat(account.getString("reservations[0].purpose")).isEqualTo("TITLE");
        assertThat(customer.get("/statement?cycle=2022").getString("standing.recognised"))
                .isEqualTo("16.00");
        problem(reserve("3.51"), BankCode.NOT_ENOUGH_AVAILABLE)
                .body("figures.available", equalTo("3.50"))
                .body("figures.recognised", equalTo("16.00"));
        reserve("3.50").statusCode(201);
    }

    @Test
    void whatIsUsedStaysUsedAndWhatIsReleasedIsThereAgain() {
        String used = reserve("10").statusCode(201).extract().path("id");
        String released = reserve("6").statusCode(201).extract().path("id");

        customer.post("/reservations/" + used + "/use", "").statusCode(204);
        customer.delete("/reservations/" + released).statusCode(204);

        assertThat(figures(account())).containsExactly("16.00", "0.00", "10.00", "6.00");
        assertThat(account().getList("movements.reason").stream().distinct())
                .containsExactly("RESERVED", "USED", "RELEASED");
        for (String settled : List.of(used, released)) {
            problem(
                    customer.post("/reservations/" + settled + "/use", ""),
                    BankCode.RESERVATION_SETTLED);
            problem(customer.delete("/reservations/" + settled), BankCode.RESERVATION_SETTLED);
        }
        problem(customer.delete("/reservations/" + UUID.randomUUID()), ProblemCode.NOT_FOUND);
    }

    @Test
    void twoAtOnceCannotOverdraw() {
        List<CompletableFuture<Integer>> both =
                Stream.of("10.00", "10.00", "10.00", "10.00")
                        .map(credits ->
                                CompletableFuture.supplyAsync(
                                        () -> reserve(credits).extract().statusCode()))
                        .toList();
        assertThat(both.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(figures(account())).containsExactly("16.00", "10.00", "0.00", "6.00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"purpose":"TITLE"}                                | credits
                    {"credits":"0","purpose":"TITLE"}                  | credits
                    {"credits":"-1","purpose":"TITLE"}                 | credits
                    {"credits":"1.001","purpose":"TITLE"}              | credits
                    {"credits":1e9,"purpose":"TITLE"}                  | credits
                    {"credits":"1"}                                    | purpose
                    {"credits":"1","purpose":"FUN"}                    | purpose
                    {"credits":"1","purpose":"AWARD","cycle":2023}     | cycle
                    {"credits":"1","purpose":"AWARD","note":" "}       | note
                    """)
    void aWrongWishIsNamed(String wish, String parameter) {
        problem(customer.post("/reservations", wish), ProblemCode.BAD_PARAMETER)
                .body("parameter", equalTo(parameter));
    }

    @Test
    void nobodyReachesAnAccountElsewhere() {
        String id = reserve("1").statusCode(201).extract().path("id");
        RequestSpecification elsewhere =
                with(keys, new Permission.Registrar(new Jurisdiction("140200")));
        String wish = "{\"credits\":\"1\",\"purpose\":\"TITLE\"}";
        for (String path : List.of(customer.path(), "/api/v1/teachers/IT-nobody")) {
            problem(
                    elsewhere
                            .contentType("application/json")
                            .body(wish)
                            .post(path + "/reservations")
                            .then(),
                    ProblemCode.NOT_FOUND);
            problem(elsewhere.delete(path + "/reservations/" + id).then(), ProblemCode.NOT_FOUND);
            problem(elsewhere.get(path + "/account").then(), ProblemCode.NOT_FOUND);
        }
        Response here = reader(keys, "140105").get(customer.path() + "/account?cycle=2022");
        assertThat(here.statusCode()).isEqualTo(200);
        problem(
                reader(keys, "140105")
                        .contentType("application/json")
                        .body(wish)
                        .post(customer.path() + "/reservations")
                        .then(),
                ProblemCode.FORBIDDEN);
    }

    private ValidatableResponse reserve(String credits) {
        return customer.post(
                "/reservations",
                "{\"cycle\":2022,\"credits\":\"%s\",\"purpose\":\"TITLE\",\"note\":\"中级职称\"}"
                        .formatted(credits));
    }

    private JsonPath account() {
        return customer.get("/account?cycle=2022");
    }

    private static List<String> figures(JsonPath account) {
        return Stream.of("recognised", "reserved", "used", "available")
                .map(account::getString)
                .toList();
    }
}
