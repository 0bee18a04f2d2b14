package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import org.jspecify.annotations.Nullable;

/// What is counted of the credit bank.
///
/// @param standings cycles of teachers with sums
/// @param earned what they say was earned
/// @param recognised what of it may be given out
/// @param aboveEarned standings that would give out more than they say was earned
/// @param recount against the ledger, if a fresh count was asked for
public record BankFigures(
        long standings,
        Credits earned,
        Credits recognised,
        long aboveEarned,
        Loans loans,
        @Nullable BankRecount recount) {
    /// Loans as the standings have them, and as the ledger moved them.
    ///
    /// @param differing teachers of whom they are not the same
    public record Loans(
            long teachers,
            Credits borrowed,
            Credits borrowedMoved,
            Credits owed,
            Credits owedMoved,
            long differing) {}

    /// Entry by entry.
    ///
    /// @param aboveLedger standings that recognise more than the ledger holds
    /// @param availableAboveLedger of which more is available
    public record BankRecount(long aboveLedger, long availableAboveLedger) {}
}
