package io.credithub.flow.bank;

import static io.credithub.contract.Stores.PROVINCE;
import static io.credithub.fakes.InMemoryFlow.done;
import static io.credithub.fixtures.CompletionBuilder.aCompletion;
import static io.credithub.fixtures.CompletionBuilder.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.Balance;
import io.credithub.domain.bank.BankRefusal;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.standing.Standing;
import io.credithub.flow.bank.ReserveCredits.ReservationRequest;
import io.credithub.flow.result.Outcome;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReserveCreditsTest {
    private final BankDesk desk = new BankDesk();
    private final ReserveCredits reservations = new ReserveCredits(desk.transactions, desk.bank());

    ReserveCreditsTest() {
        desk.flow.post(PROVINCE, aCompletion("R").build());
    }

    private Outcome<UUID, BankRefusal> reserve(String credits) {
        Credits amount = Credits.rounded(new BigDecimal(credits));
        return done(
                reservations.reserve(
                        BankDesk.COUNTY,
                        new ReservationRequest(2022, amount, Purpose.TITLE, null)));
    }

    private UUID reserved(String credits) {
        return ((Outcome.Done<UUID, BankRefusal>) reserve(credits)).value();
    }

    private String account() {
        Balance balance =
                done(reservations.account("T-1", 2022, BankDesk.COUNTY.within()))
                        .orElseThrow()
                        .balance();
        return balance.available() + " " + balance.reserved() + " " + balance.used();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"9.99, done", "10.00, done", "10.01, NOT_ENOUGH_AVAILABLE"})
    void asMuchIsReservedAsIsRecognised(String credits, String outcome) {
        assertThat(BankDesk.text(reserve(credits))).isEqualTo(outcome);
    }

    @Test
    void theSameCreditsAreNotReservedTwice() {
        reserved("6.00");
        assertThat(BankDesk.text(reserve("4.01"))).isEqualTo("NOT_ENOUGH_AVAILABLE");
        assertThat(BankDesk.text(reserve("4.00"))).isEqualTo("done");
        assertThat(account()).isEqualTo("0.00 10.00 0.00");
    }

    @Test
    void whatIsUsedIsGoneForGood() {
        UUID id = reserved("6.00");
        assertThat(BankDesk.text(done(reservations.use(BankDesk.COUNTY, id)))).isEqualTo("done");
        assertThat(account()).isEqualTo("4.00 0.00 6.00");
        assertThat(BankDesk.text(done(reservations.release(BankDesk.COUNTY, id))))
                .isEqualTo("RESERVATION_SETTLED");
    }

    @Test
    void whatIsReleasedIsAvailableAgain() {
        UUID id = reserved("6.00");
        assertThat(BankDesk.text(done(reservations.release(BankDesk.COUNTY, id))))
                .isEqualTo("done");
        assertThat(account()).isEqualTo("10.00 0.00 0.00");
        assertThat(BankDesk.text(done(reservations.use(BankDesk.COUNTY, id))))
                .isEqualTo("RESERVATION_SETTLED");
    }

    @Test
    void aReservationThatIsNotThereIsNotFound() {
        assertThat(BankDesk.text(done(reservations.use(BankDesk.COUNTY, UUID.randomUUID()))))
                .isEqualTo("not found");
    }

    @Test
    void whatASourceTakesBackIsMissingFromTheAccount() {
        reserved("6.00");
        desk.flow.post(PROVINCE, withdrawn("R", 2));
        assertThat(account()).isEqualTo("-6.00 6.00 0.00");
    }

    @Test
    void reservingLeavesTheStandingAsItIs() {
        Standing before = desk.flow.standing("T-1", 2022);
        reserved("6.00");
        assertThat(desk.flow.standing("T-1", 2022)).isEqualTo(before);
    }
}
