package io.credithub.fakes;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Borrowing;
import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.Bank.DecidedYear;
import io.credithub.flow.bank.Bank.ExemptionRecord;
import io.credithub.flow.bank.Bank.LoanRecord;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.ledger.LedgerMovement;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the bank has granted a teacher, at a moment.
record InMemoryBank(Supplier<RegistryState> moment) implements Bank {
    private <T> Uni<List<T>> all(Function<RegistryState, List<T>> question) {
        return Uni.createFrom().item(() -> question.apply(moment.get()));
    }

    @Override
    public Uni<List<ExemptionRecord>> exemptions(int teacher) {
        return all(state -> StoredBank.of(teacher, state.bank.exemptions));
    }

    @Override
    public Uni<List<DecidedYear>> decisions(int teacher, int schoolYear) {
        return all(state ->
                StoredBank.of(teacher, state.bank.decisions).stream()
                        .map(StoredBank.Decided::year)
                        .filter(year -> year.schoolYear() == schoolYear)
                        .toList());
    }

    @Override
    public Uni<List<LoanRecord>> loans(int teacher) {
        return all(state ->
                StoredBank.of(teacher, state.bank.loans).stream()
                        .map(loan -> loan.ended() == null ? asBooked(state, loan) : loan)
                        .toList());
    }

    private static LoanRecord asBooked(RegistryState state, LoanRecord loan) {
        Borrowing inForce = inForce(state, loan);
        return new LoanRecord(
                loan.id(),
                loan.schoolYear(),
                loan.line(),
                inForce.lent(),
                inForce.owed(),
                loan.grantedCredits(),
                loan.granted(),
                loan.ended());
    }

    /// What the movements of a loan sum to.
    static Borrowing inForce(RegistryState state, LoanRecord loan) {
        return new Borrowing(
                loan.schoolYear(),
                state.moved(loan.id(), Movement.LegKind.BORROWED),
                Credits.ZERO.minus(state.moved(loan.id(), Movement.LegKind.OWED)));
    }

    @Override
    public Uni<List<Reservation>> reservations(int teacher) {
        return all(state -> StoredBank.of(teacher, state.bank.reservations));
    }

    @Override
    public Uni<List<MovementLine>> movements(int teacher, int firstYear, int lastYear) {
        return all(state -> {
            List<MovementLine> moved = new ArrayList<>();
            for (StoredLine line : state.lines) {
                if (!(line instanceof StoredLine.Moved one)) continue;
                int year = one.leg().schoolYear();
                boolean isAsked = firstYear <= year && year <= lastYear;
                boolean isTheirs = one.movement().movement().teacher() == teacher;
                if (isAsked && isTheirs) moved.add(moved(one));
            }
            return moved;
        });
    }

    private static MovementLine moved(StoredLine.Moved line) {
        LedgerMovement movement = line.movement();
        return new MovementLine(
                line.seq(),
                line.block(),
                new Stamp(line.at(), movement.by()),
                movement.movement().id(),
                movement.subject(),
                movement.reason(),
                line.leg().kind(),
                line.leg().schoolYear(),
                line.leg().credits());
    }
}
