package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.standing.TeacherFacts.Loan;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Goes through a teacher's cycles in order, as far as loans tie them together: what a cycle leaves
/// owed, the next one repays. Used once.
@Article({"二(四)", "四(五)"})
final class CycleWalk {
    private final IntFunction<@Nullable CycleSums> sums;
    private final TeacherFacts teacher;
    private final LocalDate asOf;
    private final Debts debts = new Debts();

    /// @param sums by the first school year of a cycle; null where no policy is known
    CycleWalk(IntFunction<@Nullable CycleSums> sums, TeacherFacts teacher, LocalDate asOf) {
        this.sums = sums;
        this.teacher = teacher;
        this.asOf = asOf;
    }

    /// @param asked the cycle asked about
    Standing standing(CycleSums asked) {
        int cycle = asked.tally().cycle();
        int length = asked.policy().terms().calendar().cycleYears();
        for (int before = first(asked); before < cycle; before += length) {
            CycleSums earlier = sums.apply(before);
            if (earlier == null) stateLoans(asked, before, before + length);
            else schoolYears(earlier);
        }
        stateRepaid(asked, cycle);
        CycleCounts counted = new CycleCounts(asked.policy(), asked.tally(), teacher, asOf);
        SchoolYears years = new SchoolYears(counted, debts);
        if (!teacher.loans().isEmpty()) later(cycle, length);
        return new StandingCalculator(counted, years, debts.loans()).standing(asOf);
    }

    private void schoolYears(CycleSums of) {
        new SchoolYears(new CycleCounts(of.policy(), of.tally(), teacher, asOf), debts);
    }

    /// What was lent in the cycle asked about, later ones repay.
    private void later(int cycle, int length) {
        int from = cycle + length;
        CycleSums next = sums.apply(from);
        while (next != null && from <= next.policy().schoolYearOf(asOf)) {
            schoolYears(next);
            from += length;
            next = sums.apply(from);
        }
    }

    private int first(CycleSums asked) {
        int first = asked.tally().cycle();
        for (Loan loan : teacher.loans()) {
            if (loan.repaid() != null) continue;
            first = Math.min(first, asked.policy().cycleOfSchoolYear(loan.schoolYear()));
        }
        return first;
    }

    /// Nothing is known of a cycle but its loans: they were needed as they were granted.
    private void stateLoans(CycleSums asked, int from, int until) {
        for (Loan loan : teacher.loans()) {
            boolean isOfIt = loan.schoolYear() >= from && loan.schoolYear() < until;
            if (loan.repaid() == null && isOfIt) debts.state(asked.policy(), loan, 0);
        }
    }

    private void stateRepaid(CycleSums asked, int cycle) {
        for (Loan loan : teacher.loans()) {
            if (loan.repaid() == null || loan.schoolYear() >= cycle) continue;
            debts.state(asked.policy(), loan, loan.repaid().hundredths());
        }
    }
}
