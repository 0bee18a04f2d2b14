package io.credithub.flow.ledger;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Movement.Borrowing;
import io.credithub.domain.standing.LoanStanding;
import io.credithub.domain.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Has the ledger's movements follow what is in force of each loan: never more than its school year
/// lacks. If a late record fills some of the year, the loan shrinks with the same posting; if the
/// record goes again, it grows back, at most to what was granted.
@Article("四(五)")
final class LoanAdjustments {
    /// Nobody asked for it: it follows from what was posted.
    private static final String BY = "hub";

    private final KeptCycles kept;
    private final int policy;

    /// @param policy the number of the version in force
    LoanAdjustments(KeptCycles kept, int policy) {
        this.kept = kept;
        this.policy = policy;
    }

    /// @param account as it is after the posting
    /// @param booked every loan of the teacher that holds
    List<LedgerMovement> of(TeacherAccount account, List<BookedLoan> booked) {
        List<LedgerMovement> adjustments = new ArrayList<>();
        for (BookedLoan loan : booked) {
            Borrowing is = inForce(account, loan);
            if (!is.equals(loan.borrowing())) adjustments.add(adjust(loan, is));
        }
        return adjustments;
    }

    private Borrowing inForce(TeacherAccount account, BookedLoan loan) {
        int schoolYear = loan.borrowing().schoolYear();
        int cycle = kept.rules().main().policy().cycleOfSchoolYear(schoolYear);
        Standing standing = kept.standing(account, cycle);
        for (LoanStanding one : standing.loans()) {
            boolean isIt =
                    one.schoolYear() == schoolYear && Objects.equals(one.line(), loan.line());
            if (isIt) return new Borrowing(schoolYear, one.borrowed(), one.owed());
        }
        return new Borrowing(schoolYear, Credits.ZERO, Credits.ZERO);
    }

    private LedgerMovement adjust(BookedLoan loan, Borrowing is) {
        Movement movement =
                Movement.loan(UUID.randomUUID(), loan.teacher(), is.minus(loan.borrowing()));
        return new LedgerMovement(
                loan.id(), movement, Movement.MovementReason.ADJUSTED, policy, BY);
    }
}
