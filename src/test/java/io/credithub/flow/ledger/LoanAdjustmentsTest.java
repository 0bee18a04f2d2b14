package io.credithub.flow.ledger;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.Lending;
import io.credithub.fakes.InMemoryFlow;
import io.credithub.fixtures.RuleSets;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.LendCredits;
import io.credithub.flow.bank.TeacherTransactions;
import io.credithub.flow.bank.TeacherTransactions.TeacherRequest;
import io.credithub.flow.result.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A loan follows what its school year lacks, with the very posting that changes it.
final class LoanAdjustmentsTest {
    private final InMemoryFlow flow = new InMemoryFlow(RuleSets.shanxi());
    private final int teacher;

    LoanAdjustmentsTest() {
        flow.enrol(aTeacher("T-1").build());
        teacher = flow.number("T-1");
        flow.post(PROVINCE, aCompletion("R").lasting(30).build());
        lend();
    }

    /// Ten of twenty credits were there, so ten are lent.
    private void lend() {
        TeacherTransactions transactions =
                new TeacherTransactions(
                        flow.stores().registry(),
                        flow.stores().lock(),
                        flow.stores().bankStore(),
                        flow.postings(),
                        flow.stores().policies(),
                        flow.stores().clock());
        TeacherRequest request = new TeacherRequest("T-1", Jurisdiction.NATION, "a-key");
        var lent =
                done(
                        new LendCredits(transactions, flow.stores().bank())
                                .lend(request, new Lending.LoanRequest(2022, null)));
        assertThat(lent).isInstanceOf(Outcome.Done.class);
    }

    private List<String> moved() {
        return done(flow.stores().bank().movements(teacher, 2022, 2026)).stream()
                .map(one ->
                        one.reason()
                                + " "
                                + one.kind()
                                + " "
                                + one.credits()
                                + " "
                                + one.made().by())
                .toList();
    }

    private String inForce() {
        Bank.LoanRecord loan = done(flow.stores().bank().loans(teacher)).getFirst();
        return loan.credits() + " of " + loan.grantedCredits();
    }

    @Test
    void aLoanFillsExactlyWhatTheYearLacks() {
        assertThat(moved()).containsExactly("LENT BORROWED 10.00 a-key", "LENT OWED -10.00 a-key");
        assertThat(inForce()).isEqualTo("10.00 of 10.00");
    }

    @Test
    void aLateRecordShrinksIt() {
        flow.post(PROVINCE, aCompletion("S").about("另").lasting(12).build());
        assertThat(inForce()).isEqualTo("6.00 of 10.00");
        assertThat(moved()).endsWith("ADJUSTED BORROWED -4.00 hub", "ADJUSTED OWED 4.00 hub");
    }

    @Test
    void aYearThatIsFullNeedsNone() {
        flow.post(PROVINCE, aCompletion("S").about("另").lasting(60).build());
        assertThat(inForce()).isEqualTo("0.00 of 10.00");
    }

    @Test
    void itGrowsBackWhenTheRecordGoesAgainAtMostToWhatWasGranted() {
        flow.post(PROVINCE, aCompletion("S").about("另").lasting(12).build());
        flow.post(PROVINCE, withdrawn("S", 2));
        assertThat(inForce()).isEqualTo("10.00 of 10.00");
        flow.post(PROVINCE, withdrawn("R", 2));
        assertThat(inForce()).isEqualTo("10.00 of 10.00");
    }

    @Test
    void whatDoesNotTouchTheYearMovesNothing() {
        flow.post(PROVINCE, aCompletion("S").about("另").on(LocalDate.of(2021, 5, 10)).build());
        assertThat(moved()).hasSize(2);
    }

    @Test
    void everyMovementIsTheWholeSumOfWhatIsInForce() {
        for (int i = 1; i <= 6; i++) {
            flow.post(PROVINCE, aCompletion("S").revision(i).about("另").lasting(3 * i).build());
        }
        long borrowed =
                done(flow.stores().bank().movements(teacher, 2022, 2022)).stream()
                        .mapToLong(one -> one.credits().hundredths())
                        .sum();
        assertThat(inForce()).isEqualTo(new Credits(borrowed) + " of 10.00");
        assertThat(borrowed).isEqualTo(4_00);
    }
}
