package io.credithub.api;

import static io.credithub.api.Answers.problem;
import static io.credithub.api.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.credithub.api.problem.BankCode;
import io.credithub.api.problem.ProblemCode;
import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.ledger.LedgerLock;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.teacher.Registry;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.credithub.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Borrowing and giving back, through the API and PostgreSQL.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
final class LoansIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int YEAR = Customer.schoolYear();

    @Inject ApiKeys keys;
    @Inject LedgerLock lock;
    @Inject BankStore store;
    @Inject Registry registry;

    private Customer customer;

    /// Registered from the current school year on, in which 16.00 of 20.00 are earned.
    @BeforeEach
    void aTeacherWhoLacksFourCredits() {
        customer = Customer.draw(keys);
        String csv = customer.teacher().csv();
        customer.enrol(csv.replace("ACTIVE,,,", "ACTIVE," + YEAR + "-09-01,,"));
        customer.train(YEAR, "a", 40);
    }

    @AfterEach
    void theProofHolds() {
        customer.assertTheProofHolds();
    }

    @Test
    void exactlyWhatTheYearLacksIsLentAndWrittenTwice() {
        borrow(YEAR)
                .statusCode(201)
                .body("credits", equalTo("4.00"))
                .body("owed", equalTo("4.00"))
                .body("paragraph", equalTo("四(五)"));
        JsonPath statement = customer.statement();
        assertThat(statement.getString(year("borrowed"))).isEqualTo("4.00");
        assertThat(statement.getString(year("missing"))).isEqualTo("0.00");
        assertThat(statement.getString(year("carriedOut"))).isEqualTo("-4.00");
        assertThat(statement.getString("standing.openLoans[0].owed")).isEqualTo("4.00");
        assertThat(statement.getString("standing.recognised")).isEqualTo("16.00");
        assertThat(statement.getString("movements[0].credits")).isEqualTo("4.00");
        assertThat(statement.getString("movements[0].kind")).isEqualTo("BORROWED");
        assertThat(statement.getString("movements[0].why.zh")).isEqualTo("借入学分");
        assertThat(customer.get("/loans").getString("[0].credits")).isEqualTo("4.00");
    }

    @Test
    void aLoanThatIsGivenBackLeavesBothMovementsAndNothingElse() {
        String id = borrow(YEAR).statusCode(201).extract().path("id");
        problem(borrow(YEAR), BankCode.LENT_ALREADY);

        customer.delete("/loans/" + id).statusCode(204);

        assertThat(customer.statement().getString(year("borrowed"))).isEqualTo("0.00");
        assertThat(customer.statement().getString(year("missing"))).isEqualTo("4.00");
        assertThat(sum("BORROWED")).isZero();
        assertThat(customer.statement().getList("movements.reason")).contains("LENT", "RETURNED");
        problem(customer.delete("/loans/" + id), ProblemCode.NOT_FOUND);
        borrow(YEAR).statusCode(201);
    }

    @Test
    void aLateRecordShrinksTheLoanInLedgerAccountAndStandingAlike() {
        borrow(YEAR).statusCode(201);

        customer.train(YEAR, "b", 5);

        assertThat(everywhere()).isEqualTo("2.00 2.00 2.00 2.00 200");
        assertThat(customer.get("/loans").getString("[0].grantedCredits")).isEqualTo("4.00");
        assertThat(customer.statement().getList("movements.reason"))
                .containsExactly("LENT", "ADJUSTED");

        customer.withdraw("b");
        assertThat(everywhere()).isEqualTo("4.00 4.00 4.00 4.00 400");

        customer.train(YEAR, "c", 10);
        assertThat(everywhere()).isEqualTo("0.00 0.00 0.00 0.00 0");
        assertThat(customer.statement().getList("standing.openLoans")).isEmpty();
    }

    @Test
    void anExemptionThatWaivesTheYearLeavesNothingOfTheLoan() {
        borrow(YEAR).statusCode(201);
        customer.post(
                        "/exemptions",
                        "{\"kind\":\"ILLNESS\",\"schoolYear\":" + YEAR + ",\"evidence\":\"x\"}")
                .statusCode(201);
        assertThat(everywhere()).isEqualTo("0.00 0.00 0.00 0.00 0");
    }

    @Test
    void aLoanThatShrankIsGivenBackAsItStands() {
        String id = borrow(YEAR).statusCode(201).extract().path("id");
        customer.train(YEAR, "b", 5);
        customer.delete("/loans/" + id).statusCode(204);
        assertThat(sum("BORROWED")).isZero();
    }

    @Test
    void aMovementBesideTheLoanFailsTheProof() {
        UUID loan = UUID.fromString(borrow(YEAR).statusCode(201).extract().path("id"));
        int number = number();
        Credits one = new Credits(100);
        Movement more =
                Movement.loan(UUID.randomUUID(), number, new Movement.Borrowing(YEAR, one, one));
        append(adjustment(loan, more));
        assertThat(failing()).containsExactly("loans");
        append(adjustment(loan, more.reversed(UUID.randomUUID())));
        assertThat(failing()).isEmpty();
    }

    private static LedgerMovement adjustment(UUID loan, Movement movement) {
        return new LedgerMovement(loan, movement, Movement.MovementReason.ADJUSTED, 1, "test");
    }

    private void append(LedgerMovement movement) {
        lock.withLock(1, ledger -> PostgresLedgerTransaction.of(ledger).append(movement))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> failing() {
        return Answers.operator(keys)
                .get("/api/v1/reconciliation")
                .jsonPath()
                .getList("invariants.findAll { !it.holds && it.about == 'HUB' }.code");
    }

    /// Of the standing, the account twice, the list of loans, and the ledger.
    private String everywhere() {
        JsonPath account = customer.get("/account?cycle=" + Customer.cycle());
        return String.join(
                " ",
                customer.statement().getString(year("borrowed")),
                account.getString("borrowed"),
                account.getString("owed"),
                customer.get("/loans").getString("[0].credits"),
                String.valueOf(sum("BORROWED")));
    }

    @Test
    void aRefusalNamesTheParagraph() {
        problem(borrow(YEAR - 1), BankCode.YEAR_NOT_REGISTERED).body("paragraph", equalTo("四(五)"));
        problem(borrow(YEAR + 10), BankCode.NOT_THE_CURRENT_YEAR);
        problem(
                customer.post("/loans", "{\"schoolYear\":" + YEAR + ",\"line\":\"total\"}"),
                BankCode.NO_SUCH_FORM);
        problem(customer.post("/loans", "{}"), ProblemCode.BAD_PARAMETER);
        customer.train(YEAR, "b", 10);
        problem(borrow(YEAR), BankCode.NOTHING_MISSING);
        assertThat(customer.get("/loans").getList("")).isEmpty();
    }

    @Test
    void aDayBeforeTheLoanKnowsNothingOfIt() {
        borrow(YEAR).statusCode(201);
        String query = "/standing?cycle=" + Customer.cycle() + "&asOf=";
        assertThat(customer.get(query + Customer.today()).getString(year("borrowed")))
                .isEqualTo("4.00");
        assertThat(customer.get(query + Customer.today().minusDays(1)).getString(year("borrowed")))
                .isEqualTo("0.00");
    }

    @Test
    void aRegistrarLendsWithinTheJurisdictionAndNobodyElseDoes() {
        Jurisdiction elsewhere = new Jurisdiction("140106");
        Jurisdiction here = new Jurisdiction("140105");
        problem(borrow(with(keys, new Permission.Registrar(elsewhere))), ProblemCode.NOT_FOUND);
        problem(borrow(with(keys, new Permission.Reader(here))), ProblemCode.FORBIDDEN);
        problem(
                borrow(with(keys, new Permission.SchoolPermission("S-1", here))),
                ProblemCode.FORBIDDEN);
        String id =
                borrow(with(keys, new Permission.Registrar(here)))
                        .statusCode(201)
                        .extract()
                        .path("id");
        problem(
                with(keys, new Permission.Registrar(elsewhere))
                        .delete(customer.path() + "/loans/" + id)
                        .then(),
                ProblemCode.NOT_FOUND);
    }

    @Test
    void aTransactionThatFailsLeavesNoHalfMovement() {
        int number = number();
        Credits four = new Credits(400);
        Movement movement =
                Movement.loan(UUID.randomUUID(), number, new Movement.Borrowing(YEAR, four, four));
        ActHeader act = new ActHeader(UUID.randomUUID(), number, "test");
        BankAct lend =
                new BankAct.Lend(
                        act,
                        new Loan(YEAR, four, null),
                        four,
                        new LedgerMovement(
                                act.id(), movement, Movement.MovementReason.LENT, 1, act.by()));
        assertThatThrownBy(() ->
                        lock.withLock(1, ledger -> store.record(ledger, lend).chain(LoansIT::crash))
                                .await()
                                .atMost(PATIENCE))
                .hasMessage("crash");
        assertThat(customer.get("/loans").getList("")).isEmpty();
        assertThat(customer.statement().getList("movements")).isEmpty();
        assertThat(customer.statement().getString(year("borrowed"))).isEqualTo("0.00");
    }

    private int number() {
        return registry.find(customer.no(), Jurisdiction.NATION)
                .await()
                .atMost(PATIENCE)
                .orElseThrow()
                .number();
    }

    private static Uni<Object> crash(boolean entered) {
        assertThat(entered).isTrue();
        return Uni.createFrom().failure(new IllegalStateException("crash"));
    }

    private ValidatableResponse borrow(int schoolYear) {
        return customer.post("/loans", "{\"schoolYear\":" + schoolYear + "}");
    }

    private ValidatableResponse borrow(RequestSpecification caller) {
        return caller.contentType("application/json")
                .body("{\"schoolYear\":" + YEAR + "}")
                .post(customer.path() + "/loans")
                .then();
    }

    /// In hundredths.
    private long sum(String kind) {
        List<String> credits =
                customer.statement()
                        .getList("movements.findAll { it.kind == '" + kind + "' }.credits");
        assertThat(credits).isNotEmpty();
        return credits.stream().mapToLong(one -> Long.parseLong(one.replace(".", ""))).sum();
    }

    private static String year(String field) {
        return "standing.years[" + (YEAR - Customer.cycle()) + "]." + field;
    }
}
