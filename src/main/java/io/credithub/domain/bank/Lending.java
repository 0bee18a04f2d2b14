package io.credithub.domain.bank;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.standing.OpenLoan;
import io.credithub.domain.standing.Standing;
import io.credithub.domain.standing.TeacherFacts;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearFloor;
import io.credithub.domain.standing.YearStanding;
import io.credithub.domain.standing.YearStanding.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides whether credits are lent (借贷): for the current school year only, exactly what it lacks,
/// one open loan at a time, and not two years running unless the policy says so. How much is lent
/// is computed here and never asked for.
@Article("四(五)")
public final class Lending {
    private final LoanRule rule;
    private final Standing standing;
    private final TeacherFacts teacher;
    private final Wish wish;

    private Lending(LoanRule rule, Standing standing, TeacherFacts teacher, Wish wish) {
        this.rule = rule;
        this.standing = standing;
        this.teacher = teacher;
        this.wish = wish;
    }

    /// What is asked for.
    ///
    /// @param line key of the yearly floor, where loans are per form; else null
    public record Wish(int schoolYear, @Nullable String line) {}

    /// Either of two things.
    public sealed interface Answer {
        /// @param owed by the next school year
        /// @param paragraph of the policy that lends
        record Granted(Loan loan, Credits owed, String paragraph) implements Answer {}

        /// Nothing is lent.
        record Not(Refused refused) implements Answer {}
    }

    /// @param standing on the day, in the cycle of the wished school year; computed with what the
    ///   cycles before leave owed
    public static Answer decide(Policy policy, Standing standing, TeacherFacts teacher, Wish wish) {
        LoanRule rule = policy.terms().requirements().loans();
        if (rule == null) return new Answer.Not(Refused.because(Refusal.NO_LENDING));
        return new Lending(rule, standing, teacher, wish).decide();
    }

    private Answer decide() {
        YearStanding year = standing.years().get(wish.schoolYear() - standing.cycle());
        if (year.state() == State.NOT_REGISTERED || year.state() == State.LEFT) {
            return not(Refusal.YEAR_NOT_REGISTERED);
        }
        if (year.state() != State.RUNNING) return not(Refusal.NOT_THE_CURRENT_YEAR);
        Credits missing = missing(year);
        if (missing == null) return not(Refusal.NO_SUCH_FORM);
        if (isLent(wish.schoolYear())) return not(Refusal.LENT_ALREADY);
        if (!rule.consecutiveYears() && wasBorrowed()) return not(Refusal.LENT_THE_YEAR_BEFORE);
        for (OpenLoan open : standing.openLoans()) {
            if (Objects.equals(open.line(), wish.line())) return open(open);
        }
        if (missing.equals(Credits.ZERO)) return not(Refusal.NOTHING_MISSING);
        Loan loan = new Loan(wish.schoolYear(), missing, wish.line());
        Credits owed = new Credits(rule.owedFor(missing.hundredths()));
        return new Answer.Granted(loan, owed, rule.paragraph());
    }

    /// Null if no such loan can be asked for.
    private @Nullable Credits missing(YearStanding year) {
        if (!rule.perForm()) return wish.line() == null ? year.missing() : null;
        YearFloor floor = floor(year);
        return floor == null ? null : floor.missing();
    }

    private @Nullable YearFloor floor(YearStanding year) {
        for (YearFloor floor : year.floors()) if (floor.line().equals(wish.line())) return floor;
        return null;
    }

    /// A loan counts as taken if it was needed in the end, in the cycle before too.
    private boolean wasBorrowed() {
        return standing.loans().stream()
                .anyMatch(loan ->
                        loan.schoolYear() == wish.schoolYear() - 1
                                && Objects.equals(loan.line(), wish.line()));
    }

    private boolean isLent(int schoolYear) {
        List<Loan> loans = teacher.loans();
        return loans.stream()
                .anyMatch(loan ->
                        loan.schoolYear() == schoolYear
                                && Objects.equals(loan.line(), wish.line()));
    }

    private Answer open(OpenLoan open) {
        Map<String, Credits> figures = Map.of("owed", open.owed(), "repaid", open.repaid());
        return new Answer.Not(new Refused(Refusal.LENT_ALREADY, rule.paragraph(), figures));
    }

    private Answer not(Refusal why) {
        return new Answer.Not(Refused.by(rule.paragraph(), why));
    }
}
