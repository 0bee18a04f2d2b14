package io.credithub.flow.bank;

import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.standing.HeldFigures;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.flow.bank.Bank.Reservation;
import io.credithub.flow.certificate.Certificate;
import io.credithub.flow.certificate.Jws;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act of the registry on one teacher, as it is written down. Taking back is an act too: it
/// ends what is there, and nothing is ever deleted.
public sealed interface BankAct {
    Act act();

    /// Who does it to whom.
    ///
    /// @param id of what the act makes or ends
    /// @param teacher the number in the registry
    /// @param by the id of the caller's key
    record Act(UUID id, int teacher, String by) {}

    /// Grants an exemption (减免).
    ///
    /// @param evidence reference to the paper that it rests on
    record Exempt(Act act, String kind, int schoolYear, String evidence) implements BankAct {}

    /// Takes an exemption back.
    record EndExemption(Act act) implements BankAct {}

    /// Decides the result of a school year.
    record Decide(Act act, FrozenYear year) implements BankAct {}

    /// Confirms a decided school year in spite of what the ledger says by now.
    ///
    /// @param decision id of what is confirmed
    record Confirm(Act act, UUID decision, HeldFigures held, String reason) implements BankAct {}

    /// Opens a decided school year again.
    record Reopen(Act act, int schoolYear, String reason) implements BankAct {}

    /// Lends credits.
    record Lend(Act act, Loan loan, Credits owed, Moving moving) implements BankAct {}

    /// Has a loan follow what its school year lacks.
    ///
    /// @param act with the id of the loan
    record Adjust(Act act, Moving moving) implements BankAct {}

    /// Takes a loan back.
    record GiveBack(Act act, Moving moving) implements BankAct {}

    /// Reserves credits for a use.
    record Reserve(Act act, ReserveCredits.Wish wish, Moving moving) implements BankAct {}

    /// Uses or releases what was reserved.
    record Settle(Act act, Reservation.State state, Moving moving) implements BankAct {}

    /// Issues a certificate.
    ///
    /// @param reservation id of what is reserved for it; null: nothing is
    record Certify(Act act, Certificate certificate, Jws code, @Nullable UUID reservation)
            implements BankAct {}

    /// Revokes a certificate.
    record Revoke(Act act, String reason) implements BankAct {}

    /// What an act moves in the ledger.
    ///
    /// @param policy the number of the version in force
    record Moving(Movement movement, Movement.Reason reason, int policy) {}

    default int teacher() {
        return act().teacher();
    }

    /// Whether standings must be computed anew after it.
    default boolean changesFacts() {
        return switch (this) {
            case Exempt _, EndExemption _, Decide _, Confirm _, Reopen _, Lend _, GiveBack _ ->
                    true;
            case Adjust _, Reserve _, Settle _, Certify _, Revoke _ -> false;
        };
    }

    /// Null if the act moves nothing.
    default @Nullable Moving moved() {
        return switch (this) {
            case Exempt _, EndExemption _, Decide _, Confirm _, Reopen _, Certify _, Revoke _ ->
                    null;
            case Lend lend -> lend.moving();
            case Adjust adjust -> adjust.moving();
            case GiveBack back -> back.moving();
            case Reserve reserve -> reserve.moving();
            case Settle settle -> settle.moving();
        };
    }
}
