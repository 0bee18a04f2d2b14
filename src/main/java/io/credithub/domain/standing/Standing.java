package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.Policy;
import java.time.LocalDate;
import java.util.List;

/// Where a teacher stands in a cycle on a day: a pure function of sums, roster facts and policy.
///
/// @param cycle its first school year
/// @param years of the cycle, in order
/// @param registeredYears of these, from confirmation or transfer on
/// @param lines in the policy's order, the total first
/// @param openLoans that block the cycle
@Article({"二(四)", "三(二)"})
public record Standing(
        int cycle,
        LocalDate asOf,
        List<YearStanding> years,
        int registeredYears,
        List<LineStanding> lines,
        List<OpenLoan> openLoans,
        Verdict verdict) {

    public Standing {
        years = List.copyOf(years);
        lines = List.copyOf(lines);
        openLoans = List.copyOf(openLoans);
    }

    /// @param tally of the cycle, under this policy
    /// @param asOf decides which school years are over
    public static Standing of(Policy policy, Tally tally, TeacherFacts teacher, LocalDate asOf) {
        return new Reckoning(policy, tally, teacher, asOf).standing();
    }

    /// From single awards, for whoever has no sums at hand. What was completed after the day or in
    /// another cycle is left out, and, where the policy says so, the same content counts once.
    public static Standing of(
            Policy policy, Entries entries, TeacherFacts teacher, LocalDate asOf) {
        return of(policy, Tally.of(policy, entries, asOf), teacher, asOf);
    }

    /// Everything that the awards of the cycle say, whether it is recognised or not.
    public Credits earned() {
        Credits sum = Credits.ZERO;
        for (YearStanding year : years) sum = sum.plus(year.earned());
        return sum;
    }

    /// Never more than was earned.
    public Credits recognised() {
        return lines.getFirst().recognised();
    }

    /// What caps take away in the registered years.
    public Credits cutByCaps() {
        return lines.getFirst().cut();
    }

    public Credits required() {
        return lines.getFirst().required();
    }

    /// The lines that lack something: [Line#filledBy()] says what would fill each.
    public List<LineStanding> missing() {
        return lines.stream().filter(line -> !line.met()).toList();
    }

    public boolean qualified() {
        return verdict == Verdict.QUALIFIED;
    }

    /// What can be said of the cycle on that day.
    public enum Verdict {
        QUALIFIED,
        /// Something is missing, and there is time left.
        NOT_YET,
        /// Nothing is missing, but a loan is not repaid.
        BLOCKED,
        /// The cycle is over and something is missing: 周期继续教育不合格.
        UNQUALIFIED,
        /// No school year of the cycle is registered for this teacher.
        NOT_REGISTERED
    }
}
