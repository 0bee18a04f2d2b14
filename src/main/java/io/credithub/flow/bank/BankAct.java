package io.credithub.flow.bank;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.ledger.LedgerMovement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act of the registry on one teacher, as it is recorded. Taking back is an act too: it ends
/// what is there, and nothing is ever deleted.
public sealed interface BankAct {
    ActHeader act();

    /// Grants an exemption (减免).
    ///
    /// @param evidence reference to the paper that it rests on
    record Exempt(ActHeader act, String kind, int schoolYear, String evidence) implements BankAct {}

    /// Takes an exemption back.
    record EndExemption(ActHeader act) implements BankAct {}

    /// Decides the result of a school year.
    record Decide(ActHeader act, FrozenYear year) implements BankAct {}

    /// Confirms a decided school year in spite of what the ledger says by now.
    ///
    /// @param decision id of what is confirmed
    record Confirm(ActHeader act, UUID decision, HeldFigures held, String reason)
            implements BankAct {}

    /// Opens a decided school year again.
    record Reopen(ActHeader act, int schoolYear, String reason) implements BankAct {}

    /// Lends credits.
    record Lend(ActHeader act, Loan loan, Credits owed, LedgerMovement moving) implements BankAct {}

    /// Takes a loan back.
    record GiveBack(ActHeader act, LedgerMovement moving) implements BankAct {}

    /// Reserves credits for a use.
    record Reserve(ActHeader act, ReserveCredits.ReservationRequest asked, LedgerMovement moving)
            implements BankAct {}

    /// Uses or releases what was reserved.
    record Settle(ActHeader act, Reservation.ReservationState state, LedgerMovement moving)
            implements BankAct {}

    default int teacher() {
        return act().teacher();
    }

    /// Whether standings must be computed anew after it.
    default boolean changesFacts() {
        return switch (this) {
            case Exempt _, EndExemption _, Decide _, Confirm _, Reopen _, Lend _, GiveBack _ ->
                    true;
            case Reserve _, Settle _ -> false;
        };
    }

    /// Null if the act moves nothing.
    default @Nullable LedgerMovement moved() {
        return switch (this) {
            case Exempt _, EndExemption _, Decide _, Confirm _, Reopen _ -> null;
            case Lend lend -> lend.moving();
            case GiveBack back -> back.moving();
            case Reserve reserve -> reserve.moving();
            case Settle settle -> settle.moving();
        };
    }
}
