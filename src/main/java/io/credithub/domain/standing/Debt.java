package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.LoanRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loans of one requirement of the school year, from year to year: what is borrowed fills the
/// year, and the next year begins lower by it and repays. In hundredths.
@Article("四(五)")
final class Debt {
    private final @Nullable LoanRule rule;
    private final @Nullable String line;
    private final List<OpenLoan> open;
    private long owed;
    private boolean borrowed;

    /// @param line key of the yearly floor; null: the year's minimum
    /// @param before what was lent for the year before the cycle
    /// @param open where loans go that were not repaid
    Debt(@Nullable LoanRule rule, @Nullable String line, long before, List<OpenLoan> open) {
        this.rule = rule;
        this.line = line;
        this.open = open;
        this.owed = rule == null ? 0 : rule.owedFor(before);
        this.borrowed = owed > 0;
    }

    /// What the year begins lower by.
    long owed() {
        return owed;
    }

    /// @param recognised in this year
    /// @return what of it repays the loan of the year before
    long repay(int schoolYear, long recognised) {
        long repaid = Math.clamp(recognised, 0, owed);
        if (repaid < owed) open.add(open(schoolYear - 1, repaid));
        owed = 0;
        return repaid;
    }

    /// @param lent for this year
    /// @return at most the shortfall; nothing in the year after a loan, unless the policy lends
    ///   then
    long borrow(long lent, long shortfall) {
        boolean lends = rule != null && (rule.consecutiveYears() || !borrowed);
        long taken = lends ? Math.clamp(lent, 0, shortfall) : 0;
        borrowed = taken > 0;
        owed = rule == null ? 0 : rule.owedFor(taken);
        return taken;
    }

    /// The cycle is over; its last loan is repaid by no year of it.
    void close(int lastSchoolYear) {
        if (owed > 0) open.add(open(lastSchoolYear, 0));
    }

    private OpenLoan open(int schoolYear, long repaid) {
        return new OpenLoan(schoolYear, line, credits(owed), credits(repaid));
    }

    private static Credits credits(long hundredths) {
        return new Credits(hundredths);
    }
}
