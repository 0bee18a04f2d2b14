package io.credithub.flow.bank;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.RosterRowBuilder.aTeacher;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.flow.result.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In October 2023 the school year 2022 is over.
final class DecideYearsTest {
    private final BankDesk desk = new BankDesk();
    private final DecideYears years = new DecideYears(desk.transactions, desk.bank());

    DecideYearsTest() {
        desk.flow.post(PROVINCE, aCompletion("R").lasting(60).build());
        desk.turnTo("2023-10-01");
    }

    private Outcome<FrozenYear, BankRefusal> decide(int schoolYear) {
        return done(years.decide(BankDesk.COUNTY, schoolYear));
    }

    private String confirm(String reason) {
        return BankDesk.text(done(years.confirm(BankDesk.COUNTY, 2022, reason)));
    }

    @Test
    void aYearIsDecidedAsItStands() {
        FrozenYear year = ((Outcome.Done<FrozenYear, BankRefusal>) decide(2022)).value();
        assertThat(year.recognised()).isEqualTo(new Credits(20_00));
        assertThat(year.qualified()).isTrue();
        assertThat(desk.flow.account("T-1").facts().frozen()).containsExactly(year);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2022, done", "2023, YEAR_NOT_OVER", "2024, YEAR_NOT_OVER"})
    void onlyWhatIsOverIsDecided(int schoolYear, String outcome) {
        assertThat(BankDesk.text(decide(schoolYear))).isEqualTo(outcome);
    }

    @Test
    void aYearThatIsNotRegisteredIsNotDecided() {
        desk.flow.enrol(aTeacher("T-1").confirmedOn(LocalDate.of(2023, 9, 1)).build());
        assertThat(BankDesk.text(decide(2022))).isEqualTo("YEAR_NOT_REGISTERED");
    }

    @Test
    void aYearIsDecidedOnce() {
        decide(2022);
        assertThat(BankDesk.text(decide(2022))).isEqualTo("YEAR_DECIDED");
    }

    @Test
    void whatComesLaterPutsTheResultInQuestionAndChangesItNot() {
        decide(2022);
        desk.flow.post(PROVINCE, aCompletion("R").revision(2).lasting(30).build());
        assertThat(desk.year(2022).inQuestion()).isTrue();
        assertThat(desk.year(2022).recognised()).isEqualTo(new Credits(20_00));
        assertThat(desk.flow.standing("T-1", 2022).backed()).isEqualTo(new Credits(10_00));
    }

    @Test
    void aConfirmedResultStandsInSpiteOfTheLedger() {
        decide(2022);
        desk.flow.post(PROVINCE, aCompletion("R").revision(2).lasting(30).build());
        assertThat(confirm("核对无误")).isEqualTo("done");
        assertThat(desk.year(2022).inQuestion()).isFalse();
        assertThat(desk.flow.standing("T-1", 2022).backed()).isEqualTo(new Credits(10_00));
        assertThat(confirm("又一次")).isEqualTo("NOT_IN_QUESTION");
    }

    @Test
    void whatIsNotDecidedCannotBeConfirmed() {
        assertThat(confirm("核对无误")).isEqualTo("not found");
    }

    @Test
    void aReopenedYearFollowsTheLedgerAgain() {
        decide(2022);
        desk.flow.post(PROVINCE, aCompletion("R").revision(2).lasting(30).build());
        assertThat(BankDesk.text(done(years.reopen(BankDesk.COUNTY, 2022, "补录"))))
                .isEqualTo("done");
        assertThat(desk.year(2022).recognised()).isEqualTo(new Credits(10_00));
        assertThat(BankDesk.text(done(years.reopen(BankDesk.COUNTY, 2022, "补录"))))
                .isEqualTo("not found");
        assertThat(BankDesk.text(decide(2022))).isEqualTo("done");
        assertThat(done(years.all("T-1", BankDesk.COUNTY.within(), 2022)).orElseThrow().decisions())
                .extracting(Bank.DecidedYear::reason)
                .containsExactly("补录", null);
    }
}
