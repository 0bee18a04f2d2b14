package io.credithub.store.bank;

import io.credithub.flow.bank.Bank;
import io.credithub.flow.bank.BankAct;
import io.credithub.flow.bank.BankStore;
import io.credithub.flow.ledger.BookedLoan;
import io.credithub.flow.ledger.LedgerMovement;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.store.ledger.PostgresLedgerTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/// The credit bank on the connection of the ledger transaction.
@Singleton
public class PostgresBankStore implements BankStore, BookedLoan.Book {
    @Override
    public Bank in(LedgerTransaction ledger) {
        return bank(ledger);
    }

    private static PostgresBank bank(LedgerTransaction ledger) {
        return new PostgresBank(PostgresLedgerTransaction.of(ledger).connection());
    }

    @Override
    public Uni<List<BookedLoan>> booked(LedgerTransaction ledger, Collection<Integer> teachers) {
        return bank(ledger).booked(teachers);
    }

    @Override
    public Uni<Boolean> record(LedgerTransaction ledger, BankAct act) {
        PostgresLedgerTransaction transaction = PostgresLedgerTransaction.of(ledger);
        return new BankActWriter(transaction.connection())
                .write(act)
                .call(written -> written ? follow(transaction, act) : Uni.createFrom().nullItem());
    }

    private static Uni<Void> follow(PostgresLedgerTransaction transaction, BankAct act) {
        LedgerMovement moved = act.moved();
        Uni<Void> inLedger =
                moved == null ? Uni.createFrom().voidItem() : transaction.append(moved);
        return act.changesFacts()
                ? inLedger.chain(() -> transaction.factsChange(act.teacher()))
                : inLedger;
    }
}
