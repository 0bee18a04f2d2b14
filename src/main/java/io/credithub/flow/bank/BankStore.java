package io.credithub.flow.bank;

import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;

/// The credit bank inside the ledger transaction: nobody else writes. Implemented by `hub.store`.
public interface BankStore {
    /// What the bank has, as the transaction sees it.
    Bank in(LedgerTransaction ledger);

    /// Records an act, with what it moves in the ledger. The teacher's account is read anew after
    /// it.
    ///
    /// @return false if there is such a thing already, or nothing to take back: nothing was written
    Uni<Boolean> record(LedgerTransaction ledger, BankAct act);
}
