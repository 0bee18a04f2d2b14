package io.credithub.flow.bank;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.Lending;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.result.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LendCreditsTest {
    private final BankDesk desk = new BankDesk();
    private final LendCredits loans = new LendCredits(desk.transactions, desk.bank());

    private Outcome<LendCredits.NewLoan, BankRefusal> lend(int schoolYear) {
        return done(loans.lend(BankDesk.COUNTY, new Lending.LoanRequest(schoolYear, null)));
    }

    private LendCredits.NewLoan lent() {
        return ((Outcome.Done<LendCredits.NewLoan, BankRefusal>) lend(2022)).value();
    }

    @Test
    void exactlyTheShortfallIsLentAndTheYearIsFilled() {
        desk.flow.post(PROVINCE, aCompletion("R").build());
        LendCredits.NewLoan made = lent();
        assertThat(List.of(made.credits(), made.owed()))
                .containsExactly(new Credits(10_00), new Credits(10_00));
        assertThat(desk.year(2022).missing()).isEqualTo(Credits.ZERO);
        assertThat(desk.year(2023).carriedIn()).isEqualTo(new Credits(-10_00));
    }

    @Test
    void aLoanGivesNothingThatTheBankCouldGiveOut() {
        lent();
        Standing standing = desk.flow.standing("T-1", 2022);
        assertThat(standing.recognised()).isEqualTo(Credits.ZERO);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2021, NOT_THE_CURRENT_YEAR", "2022, done", "2023, NOT_THE_CURRENT_YEAR"})
    void onlyTheYearThatRunsIsFilled(int schoolYear, String outcome) {
        assertThat(BankDesk.text(lend(schoolYear))).isEqualTo(outcome);
    }

    @Test
    void aYearThatLacksNothingGetsNothing() {
        desk.flow.post(PROVINCE, aCompletion("R").lasting(60).build());
        assertThat(BankDesk.text(lend(2022))).isEqualTo("NOTHING_MISSING");
    }

    @Test
    void aSecondLoanIsRefused() {
        lent();
        assertThat(BankDesk.text(lend(2022))).isEqualTo("LENT_ALREADY");
    }

    @Test
    void aLoanHasAStandingInItsCycleThoughNothingWasAwarded() {
        lent();
        assertThat(desk.flow.account("T-1").cycles()).containsKey(2022);
    }

    @Test
    void aYearThatIsWaivedNeedsNoLoan() {
        lent();
        GrantExemptions exemptions = new GrantExemptions(desk.transactions, desk.bank());
        done(
                exemptions.grant(
                        BankDesk.COUNTY,
                        new GrantExemptions.ExemptionRequest("ILLNESS", 2022, "诊断书")));
        assertThat(done(desk.bank().loans(desk.teacher())))
                .extracting(loan -> loan.credits() + " of " + loan.grantedCredits())
                .containsExactly("0.00 of 20.00");
    }

    @Test
    void aLoanThatWasGivenBackIsAsIfItHadNeverBeen() {
        UUID id = lent().id();
        assertThat(BankDesk.text(done(loans.giveBack(BankDesk.COUNTY, id)))).isEqualTo("done");
        assertThat(desk.year(2022).missing()).isEqualTo(new Credits(20_00));
        assertThat(desk.year(2023).carriedIn()).isEqualTo(Credits.ZERO);
        assertThat(BankDesk.text(done(loans.giveBack(BankDesk.COUNTY, id)))).isEqualTo("not found");
        assertThat(BankDesk.text(lend(2022))).isEqualTo("done");
    }

    @Test
    void aLoanOfAYearThatIsOverStays() {
        UUID id = lent().id();
        desk.turnTo("2023-10-01");
        assertThat(BankDesk.text(done(loans.giveBack(BankDesk.COUNTY, id))))
                .isEqualTo("NOT_THE_CURRENT_YEAR");
    }

    @Test
    void theMovementsOfALoanSumToZero() {
        UUID id = lent().id();
        done(loans.giveBack(BankDesk.COUNTY, id));
        Map<UUID, Long> sums =
                done(desk.bank().movements(desk.teacher(), 2022, 2026)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Bank.MovementLine::movement,
                                        Collectors.summingLong(one -> one.credits().hundredths())));
        assertThat(sums).hasSize(2);
        assertThat(sums.values()).containsOnly(0L);
    }
}
