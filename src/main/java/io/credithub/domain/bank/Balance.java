package io.credithub.domain.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement.Leg;
import io.credithub.domain.ledger.Movement.LegKind;
import io.credithub.domain.standing.LoanStanding;
import io.credithub.domain.standing.OpenLoan;
import io.credithub.domain.standing.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A teacher's account of a cycle at the credit bank. Reserving and using take nothing away from
/// the standing: they say what is left for another use.
///
/// @param recognised what caps leave of what was earned; of a decided year at most what was
///   decided, and at most what the ledger holds
/// @param borrowed filled up by loans; never part of what is recognised
/// @param owed that no credits have repaid yet, for loans of earlier cycles too
/// @param reserved for a use that has not been made
@Article("四(五)")
public record Balance(
        Credits earned,
        Credits recognised,
        Credits borrowed,
        Credits owed,
        Credits reserved,
        Credits used) {

    /// @param legs every line that the bank moved in the cycle
    public static Balance of(Standing standing, List<Leg> legs) {
        Credits borrowed = Credits.ZERO;
        for (LoanStanding loan : standing.loans()) {
            if (loan.schoolYear() >= standing.cycle()) borrowed = borrowed.plus(loan.borrowed());
        }
        Credits owed = Credits.ZERO;
        for (OpenLoan loan : standing.openLoans()) {
            owed = owed.plus(loan.owed()).minus(loan.repaid());
        }
        return new Balance(
                standing.earned(),
                standing.backed(),
                borrowed,
                owed,
                sum(legs, LegKind.RESERVED),
                sum(legs, LegKind.USED));
    }

    private static Credits sum(List<Leg> legs, LegKind kind) {
        Credits sum = Credits.ZERO;
        for (Leg leg : legs) if (leg.kind() == kind) sum = sum.plus(leg.credits());
        return sum;
    }

    /// What may be reserved. Below zero if a source took back what was reserved or used already.
    public Credits available() {
        return recognised.minus(reserved).minus(used);
    }

    /// @param credits above zero
    /// @return null if so much may be reserved
    public @Nullable BankRefusal refusal(Credits credits) {
        if (credits.compareTo(available()) <= 0) return null;
        Map<String, Credits> figures =
                Map.of(
                        "recognised", recognised,
                        "reserved", reserved,
                        "used", used,
                        "available", available(),
                        "wanted", credits);
        return new BankRefusal(RefusalReason.NOT_ENOUGH_AVAILABLE, null, figures);
    }
}
