package io.credithub.fakes;

import io.credithub.flow.access.Stamp;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The credit bank in memory. There is at most one of a kind that holds.
public final class InMemoryBankStore implements BankStore, BookedLoan.Book {
    private final InMemoryLedger ledger;

    public InMemoryBankStore(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Bank in(LedgerTransaction transaction) {
        InMemoryTransaction ours = InMemoryTransaction.of(transaction);
        return new InMemoryBank(ours::state);
    }

    /// What is written by now.
    public Bank bank() {
        return new InMemoryBank(ledger::committed);
    }

    @Override
    public Uni<List<BookedLoan>> booked(
            LedgerTransaction transaction, Collection<Integer> teachers) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).state();
                    List<BookedLoan> booked = new ArrayList<>();
                    state.bank.loans.forEach((id, loan) -> {
                        Bank.LoanRecord what = loan.what();
                        if (what.ended() != null || !teachers.contains(loan.teacher())) return;
                        booked.add(
                                new BookedLoan(
                                        id,
                                        loan.teacher(),
                                        what.line(),
                                        InMemoryBank.inForce(state, what)));
                    });
                    booked.sort(
                            Comparator.comparingInt(BookedLoan::teacher)
                                    .thenComparingInt(loan -> loan.borrowing().schoolYear()));
                    return booked;
                });
    }

    @Override
    public Uni<Boolean> record(LedgerTransaction transaction, BankAct act) {
        return Uni.createFrom()
                .item(() -> {
                    RegistryState state = InMemoryTransaction.of(transaction).change();
                    Instant now = ledger.clock().instant();
                    boolean isWritten =
                            new BankBook(state.bank, new Stamp(now, act.act().by())).write(act);
                    LedgerMovement moved = act.moved();
                    if (isWritten && moved != null) state.append(moved, now);
                    return isWritten;
                });
    }
}
