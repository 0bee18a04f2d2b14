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
import io.credithub.domain.standing.YearStanding.YearState;
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
    private final LoanRequest request;

    private Lending(LoanRule rule, Standing standing, TeacherFacts teacher, LoanRequest request) {
        this.rule = rule;
        this.standing = standing;
        this.teacher = teacher;
        this.request = request;
    }

    /// A loan that somebody asks for.
    ///
    /// @param line key of the yearly floor, where loans are per form; else null
    public record LoanRequest(int schoolYear, @Nullable String line) {}

    /// Whether it is lent.
    public sealed interface LoanDecision {
        /// @param owed by the next school year
        /// @param paragraph of the policy that lends
        record LoanGranted(Loan loan, Credits owed, String paragraph) implements LoanDecision {}

        /// Nothing is lent.
        record LoanRefused(BankRefusal why) implements LoanDecision {}
    }

    /// @param standing on the day, in the cycle of the school year asked for; computed with what
    ///   the cycles before leave owed
    public static LoanDecision decide(
            Policy policy, Standing standing, TeacherFacts teacher, LoanRequest request) {
        LoanRule rule = policy.terms().requirements().loans();
        if (rule == null)
            return new LoanDecision.LoanRefused(BankRefusal.because(RefusalReason.NO_LENDING));
        return new Lending(rule, standing, teacher, request).decide();
    }

    private LoanDecision decide() {
        YearStanding year = standing.years().get(request.schoolYear() - standing.cycle());
        if (year.state() == YearState.NOT_REGISTERED || year.state() == YearState.LEFT) {
            return not(RefusalReason.YEAR_NOT_REGISTERED);
        }
        if (year.state() != YearState.RUNNING) return not(RefusalReason.NOT_THE_CURRENT_YEAR);
        Credits missing = missing(year);
        if (missing == null) return not(RefusalReason.NO_SUCH_FORM);
        if (isLent(request.schoolYear())) return not(RefusalReason.LENT_ALREADY);
        if (!rule.consecutiveYears() && wasBorrowed())
            return not(RefusalReason.LENT_THE_YEAR_BEFORE);
        for (OpenLoan open : standing.openLoans()) {
            if (Objects.equals(open.line(), request.line())) return open(open);
        }
        if (missing.equals(Credits.ZERO)) return not(RefusalReason.NOTHING_MISSING);
        Loan loan = new Loan(request.schoolYear(), missing, request.line());
        Credits owed = new Credits(rule.owedFor(missing.hundredths()));
        return new LoanDecision.LoanGranted(loan, owed, rule.paragraph());
    }

    /// Null if no such loan can be asked for.
    private @Nullable Credits missing(YearStanding year) {
        if (!rule.perForm()) return request.line() == null ? year.missing() : null;
        YearFloor floor = floor(year);
        return floor == null ? null : floor.missing();
    }

    private @Nullable YearFloor floor(YearStanding year) {
        for (YearFloor floor : year.floors()) if (floor.line().equals(request.line())) return floor;
        return null;
    }

    /// A loan counts as taken if it was needed in the end, in the cycle before too.
    private boolean wasBorrowed() {
        return standing.loans().stream()
                .anyMatch(loan ->
                        loan.schoolYear() == request.schoolYear() - 1
                                && Objects.equals(loan.line(), request.line()));
    }

    private boolean isLent(int schoolYear) {
        List<Loan> loans = teacher.loans();
        return loans.stream()
                .anyMatch(loan ->
                        loan.schoolYear() == schoolYear
                                && Objects.equals(loan.line(), request.line()));
    }

    private LoanDecision open(OpenLoan open) {
        Map<String, Credits> figures = Map.of("owed", open.owed(), "repaid", open.repaid());
        return new LoanDecision.LoanRefused(
                new BankRefusal(RefusalReason.LENT_ALREADY, rule.paragraph(), figures));
    }

    private LoanDecision not(RefusalReason why) {
        return new LoanDecision.LoanRefused(BankRefusal.by(rule.paragraph(), why));
    }
}
