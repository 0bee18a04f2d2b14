package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.terms.LoanRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loans of one requirement of the school year, from year to year and across cycles: what is
/// borrowed fills the year, and the years after it begin lower by it and repay the oldest first. In
/// hundredths.
@Article("四(五)")
final class LoanState {
    private final List<Owing> loans = new ArrayList<>();

    /// One loan: told of here, or another requirement's and told there.
    private static final class Owing {
        final int schoolYear;
        final @Nullable String line;
        final boolean told;
        final long lent;
        final long owed;
        long repaid;

        Owing(int schoolYear, @Nullable String line, boolean told, long lent, long owed) {
            this.schoolYear = schoolYear;
            this.line = line;
            this.told = told;
            this.lent = lent;
            this.owed = owed;
        }

        boolean isOf(Owing other) {
            return schoolYear == other.schoolYear && other.line != null && other.line.equals(line);
        }
    }

    /// What is not repaid: the year begins lower by it.
    long owed() {
        long sum = 0;
        for (Owing loan : loans) sum += loan.owed - loan.repaid;
        return sum;
    }

    /// @param recognised in this year
    /// @return what of it repays earlier loans
    long repay(long recognised) {
        long there = Math.max(0, recognised);
        for (Owing loan : loans) {
            long repaid = Math.min(there, loan.owed - loan.repaid);
            loan.repaid += repaid;
            there -= repaid;
        }
        return Math.max(0, recognised) - there;
    }

    /// What is lent for a year, at most its shortfall; nothing in the year after a loan, unless the
    /// policy lends then.
    ///
    /// @param line of which requirement; null: the year's minimum
    long borrow(LoanRule rule, int schoolYear, @Nullable String line, long most) {
        boolean lends = rule.consecutiveYears() || !hasBorrowed(schoolYear - 1);
        long taken = lends ? Math.max(0, most) : 0;
        borrowed(rule, schoolYear, line, taken);
        return taken;
    }

    /// The same, where it is known how much was borrowed.
    void borrowed(LoanRule rule, int schoolYear, @Nullable String line, long taken) {
        if (taken > 0) {
            loans.add(new Owing(schoolYear, line, true, taken, rule.owedFor(taken)));
        }
    }

    /// A loan of a form fills the year, too, and is told of by the form.
    void borrowedByForm(LoanRule rule, int schoolYear, String line, long taken) {
        if (taken > 0) {
            loans.add(new Owing(schoolYear, line, false, taken, rule.owedFor(taken)));
        }
    }

    /// A loan of before, of which so much is repaid.
    ///
    /// @param told see [Owing#told]
    void stated(LoanRule rule, TeacherFacts.Loan loan, long repaid, boolean told) {
        long lent = loan.credits().hundredths();
        Owing owing = new Owing(loan.schoolYear(), loan.line(), told, lent, rule.owedFor(lent));
        owing.repaid = Math.min(owing.owed, repaid);
        loans.add(owing);
    }

    /// Takes over the loans of a requirement that is asked no more: the year repays them.
    void takeOver(LoanState other) {
        for (Owing loan : other.loans) {
            loans.removeIf(mine -> !mine.told && mine.isOf(loan));
            loans.add(loan);
        }
        other.loans.clear();
    }

    private boolean hasBorrowed(int schoolYear) {
        for (Owing loan : loans) if (loan.told && loan.schoolYear == schoolYear) return true;
        return false;
    }

    /// @param into where the loans that are told of here go
    void tell(List<LoanStanding> into) {
        for (Owing loan : loans) {
            if (!loan.told) continue;
            into.add(
                    new LoanStanding(
                            loan.schoolYear,
                            loan.line,
                            new Credits(loan.lent),
                            new Credits(loan.owed),
                            new Credits(loan.repaid)));
        }
    }
}
