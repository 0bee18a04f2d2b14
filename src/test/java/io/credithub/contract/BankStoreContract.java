package io.credithub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.credithub.domain.Credits;
import io.credithub.domain.bank.Purpose;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.bank.ActHeader;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.bank.ReserveCredits;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.Posting;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Acts of the bank are done once, hold until they are taken back, and move the ledger with them.
public abstract class BankStoreContract {
    private static final String BY = "a-key";
    private final Stores stores;
    private final Steps steps;
    private final int teacher;

    protected BankStoreContract(Stores stores) {
        this.stores = stores;
        this.steps = new Steps(stores);
        this.teacher = steps.teacher("T");
    }

    private ActHeader act() {
        return new ActHeader(UUID.randomUUID(), teacher, BY);
    }

    private boolean record(BankAct act) {
        return steps.underLock(ledger -> stores.bankStore().record(ledger, act));
    }

    private TeacherFacts facts() {
        return steps.account(teacher).facts();
    }

    private static Credits credits(long hundredths) {
        return new Credits(hundredths);
    }

    private BankAct.Exempt exempt(int year) {
        return new BankAct.Exempt(act(), "ILLNESS", year, "诊断书");
    }

    @Test
    void anExemptionHoldsUntilItIsTakenBack() {
        BankAct.Exempt exempt = exempt(2022);
        assertThat(record(exempt)).isTrue();
        assertThat(facts().exemptions())
                .containsExactly(new TeacherFacts.GrantedFact("ILLNESS", 2022));
        assertThat(record(new BankAct.EndExemption(exempt.act()))).isTrue();
        assertThat(facts().exemptions()).isEmpty();
        Bank.ExemptionRecord told = Steps.wait(stores.bank().exemptions(teacher)).getFirst();
        assertThat(told.granted().by()).isEqualTo(BY);
        assertThat(told.ended()).isNotNull();
    }

    @Test
    void nobodyIsExemptedTwiceForOneReason() {
        BankAct.Exempt first = exempt(2022);
        assertThat(record(first)).isTrue();
        assertThat(record(exempt(2022))).isFalse();
        assertThat(record(exempt(2023))).isTrue();
        assertThat(record(new BankAct.EndExemption(first.act()))).isTrue();
        assertThat(record(exempt(2022))).isTrue();
    }

    @Test
    void whatHasEndedOrIsAnothersCannotBeEnded() {
        BankAct.Exempt exempt = exempt(2022);
        record(exempt);
        int other = steps.teacher("O");
        ActHeader theirs = new ActHeader(exempt.act().id(), other, BY);
        assertThat(record(new BankAct.EndExemption(theirs))).isFalse();
        assertThat(record(new BankAct.EndExemption(act()))).isFalse();
        assertThat(record(new BankAct.EndExemption(exempt.act()))).isTrue();
        assertThat(record(new BankAct.EndExemption(exempt.act()))).isFalse();
    }

    @Test
    void noNumberOfADocumentIsKeptAsEvidence() {
        record(new BankAct.Exempt(act(), "ILLNESS", 2022, "病假 11010519491231002X"));
        assertThat(Steps.wait(stores.bank().exemptions(teacher)))
                .extracting(Bank.ExemptionRecord::evidence)
                .noneMatch(evidence -> evidence.contains("11010519491231002X"));
    }

    @Test
    void theTransactionSeesAnActBeforeAnybodyElseDoes() {
        List<Integer> seen =
                steps.underLock(ledger ->
                        stores.bankStore()
                                .record(ledger, exempt(2022))
                                .chain(() ->
                                        Uni.combine()
                                                .all()
                                                .unis(
                                                        stores.bankStore()
                                                                .in(ledger)
                                                                .exemptions(teacher),
                                                        stores.bank().exemptions(teacher),
                                                        ledger.accounts(Set.of(teacher)))
                                                .with((in, outside, accounts) ->
                                                        List.of(
                                                                in.size(),
                                                                outside.size(),
                                                                accounts.getFirst()
                                                                        .facts()
                                                                        .exemptions()
                                                                        .size()))));
        assertThat(seen).containsExactly(1, 0, 1);
    }

    private BankAct.Lend lend(@Nullable String line) {
        ActHeader act = act();
        Movement movement =
                Movement.loan(
                        UUID.randomUUID(),
                        teacher,
                        new Movement.Borrowing(2022, credits(2_70), credits(5_40)));
        return new BankAct.Lend(
                act,
                new TeacherFacts.Loan(2022, credits(2_70), line),
                credits(5_40),
                moving(act, movement, Movement.MovementReason.LENT));
    }

    private LedgerMovement moving(
            ActHeader act, Movement movement, Movement.MovementReason reason) {
        int policy = stores.policies().inForce().number();
        return new LedgerMovement(act.id(), movement, reason, policy, BY);
    }

    private List<String> moved() {
        return Steps.wait(stores.bank().movements(teacher, 2022, 2026)).stream()
                .map(one ->
                        one.reason()
                                + " "
                                + one.kind()
                                + " "
                                + one.schoolYear()
                                + " "
                                + one.credits())
                .toList();
    }

    @Test
    void aLoanMovesCreditsInTheLedger() {
        assertThat(record(lend(null))).isTrue();
        assertThat(facts().loans())
                .containsExactly(new TeacherFacts.Loan(2022, credits(2_70), null));
        assertThat(moved())
                .containsExactly(
                        "LENT BORROWED 2022 2.70", "LENT OWED 2023 -5.40", "LENT CHARGE 2023 2.70");
    }

    @Test
    void aYearHasOneLoanOfEachLine() {
        assertThat(record(lend(null))).isTrue();
        assertThat(record(lend(null))).isFalse();
        assertThat(record(lend("online"))).isTrue();
        assertThat(record(lend("online"))).isFalse();
    }

    private List<BookedLoan> booked() {
        return steps.looking(ledger -> stores.loans().booked(ledger, Set.of(teacher)));
    }

    @Test
    void whatIsBookedOfALoanFollowsItsMovements() {
        BankAct.Lend lend = lend(null);
        record(lend);
        Movement.Borrowing less =
                new Movement.Borrowing(2022, credits(1_70), credits(3_40))
                        .minus(new Movement.Borrowing(2022, credits(2_70), credits(5_40)));
        Movement adjustment = Movement.loan(UUID.randomUUID(), teacher, less);
        LedgerMovement adjusted = moving(lend.act(), adjustment, Movement.MovementReason.ADJUSTED);
        steps.underLock(ledger -> ledger.write(adjusting(adjusted)));
        assertThat(booked())
                .containsExactly(
                        new BookedLoan(
                                lend.act().id(),
                                teacher,
                                null,
                                new Movement.Borrowing(2022, credits(1_70), credits(3_40))));
        Bank.LoanRecord told = Steps.wait(stores.bank().loans(teacher)).getFirst();
        assertThat(List.of(told.credits(), told.owed(), told.grantedCredits()))
                .containsExactly(credits(1_70), credits(3_40), credits(2_70));
    }

    private static Posting adjusting(LedgerMovement movement) {
        return new Posting(
                null,
                Occasion.NONE,
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(movement));
    }

    @Test
    void aLoanThatWasGivenBackHoldsNoMore() {
        BankAct.Lend lend = lend(null);
        record(lend);
        Movement back = lend.moving().movement().reversed(UUID.randomUUID());
        BankAct giveBack =
                new BankAct.GiveBack(
                        lend.act(), moving(lend.act(), back, Movement.MovementReason.RETURNED));
        assertThat(record(giveBack)).isTrue();
        assertThat(booked()).isEmpty();
        assertThat(facts().loans()).isEmpty();
        Bank.LoanRecord told = Steps.wait(stores.bank().loans(teacher)).getFirst();
        assertThat(told.credits()).isEqualTo(credits(2_70));
        assertThat(told.ended()).isNotNull();
    }

    @Test
    void aReservationIsSettledOnce() {
        ActHeader act = act();
        record(reserve(act));
        BankAct use =
                new BankAct.Settle(
                        act,
                        Bank.Reservation.ReservationState.USED,
                        moving(
                                act,
                                between(Movement.LegKind.RESERVED, Movement.LegKind.USED),
                                Movement.MovementReason.USED));
        assertThat(record(use)).isTrue();
        BankAct release =
                new BankAct.Settle(
                        act,
                        Bank.Reservation.ReservationState.RELEASED,
                        moving(
                                act,
                                between(Movement.LegKind.RESERVED, Movement.LegKind.AVAILABLE),
                                Movement.MovementReason.RELEASED));
        assertThat(record(release)).isFalse();
        assertThat(Steps.wait(stores.bank().reservations(teacher)))
                .extracting(Bank.Reservation::state)
                .containsExactly(Bank.Reservation.ReservationState.USED);
        assertThat(moved())
                .containsExactly(
                        "RESERVED AVAILABLE 2022 -3.00",
                        "RESERVED RESERVED 2022 3.00",
                        "USED RESERVED 2022 -3.00",
                        "USED USED 2022 3.00");
    }

    private Movement between(Movement.LegKind from, Movement.LegKind into) {
        return Movement.between(
                new Movement.Ends(UUID.randomUUID(), from, into), teacher, 2022, credits(3_00));
    }

    private BankAct.Reserve reserve(ActHeader act) {
        return new BankAct.Reserve(
                act,
                new ReserveCredits.ReservationRequest(2022, credits(3_00), Purpose.TITLE, null),
                moving(
                        act,
                        between(Movement.LegKind.AVAILABLE, Movement.LegKind.RESERVED),
                        Movement.MovementReason.RESERVED));
    }

    @Test
    void movementsAreToldOfTheYearsThatAreAskedFor() {
        record(lend(null));
        assertThat(Steps.wait(stores.bank().movements(teacher, 2023, 2023)))
                .extracting(Bank.MovementLine::kind)
                .containsExactly(Movement.LegKind.OWED, Movement.LegKind.CHARGE);
    }

    @Test
    void aMovementIsABlockOfItsOwn() {
        record(lend(null));
        record(reserve(act()));
        List<Bank.MovementLine> moved = Steps.wait(stores.bank().movements(teacher, 2022, 2026));
        assertThat(moved.stream().map(Bank.MovementLine::block).distinct()).hasSize(2);
    }

    @Test
    void whatTheRegistryTellsOfAnEarlierMomentLeavesOutWhatCameLater() {
        record(exempt(2022));
        Instant granted = Steps.wait(stores.bank().exemptions(teacher)).getFirst().granted().at();
        assertThat(exemptionsBefore(granted)).isEmpty();
        assertThat(exemptionsBefore(granted.plusSeconds(1))).hasSize(1);
    }

    private List<TeacherFacts.GrantedFact> exemptionsBefore(Instant moment) {
        return Steps.wait(stores.registry().find(steps.own("T"), Jurisdiction.NATION, moment))
                .orElseThrow()
                .facts()
                .exemptions();
    }
}
