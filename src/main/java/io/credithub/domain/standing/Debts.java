package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.RequirementTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The loans of one teacher through all school years: of the year's minimum, and of each yearly
/// floor where loans are per form. The end of a cycle changes nothing about what is owed.
@Article("四(五)")
final class Debts {
    private final LoanState year = new LoanState();
    private final Map<String, LoanState> floors = new HashMap<>();

    LoanState ofYear() {
        return year;
    }

    /// @param line key of a yearly floor
    LoanState of(String line) {
        return floors.computeIfAbsent(line, _ -> new LoanState());
    }

    /// A cycle begins. What was lent for a floor that nobody asks for any more, the year repays.
    void enter(RequirementTerms terms) {
        LoanRule lending = terms.loans();
        Iterator<Map.Entry<String, LoanState>> all = floors.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, LoanState> floor = all.next();
            boolean goesOn = lending != null && lending.perForm() && asks(terms, floor.getKey());
            if (goesOn) continue;
            year.takeOver(floor.getValue());
            all.remove();
        }
    }

    /// A loan of a time of which nothing else is known.
    void state(Policy policy, TeacherFacts.Loan loan, long repaid) {
        LoanRule lending = policy.terms().requirements().loans();
        if (lending == null) return;
        String line = loan.line();
        if (!lending.perForm() || line == null) {
            year.stated(lending, loan, repaid, true);
        } else {
            of(line).stated(lending, loan, repaid, true);
            year.stated(lending, loan, repaid, false);
        }
    }

    private static boolean asks(RequirementTerms terms, String key) {
        for (RequirementLine line : terms.lines()) {
            if (line.key().equals(key)) return isYearlyFloor(line);
        }
        return false;
    }

    static boolean isYearlyFloor(RequirementLine line) {
        return line.kind() == RequirementLine.RequirementKind.FLOOR && line.isYearly();
    }

    /// Every loan, the earliest first.
    List<LoanStanding> loans() {
        List<LoanStanding> loans = new ArrayList<>();
        year.tell(loans);
        for (LoanState floor : floors.values()) floor.tell(loans);
        loans.sort(
                Comparator.comparingInt(LoanStanding::schoolYear)
                        .thenComparing(
                                LoanStanding::line, Comparator.nullsFirst(String::compareTo)));
        return loans;
    }
}
