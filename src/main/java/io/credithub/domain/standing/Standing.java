package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import io.credithub.domain.policy.Policy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Where a teacher stands in a cycle on a day: a pure function of sums, roster facts and policy.
///
/// @param cycle its first school year
/// @param years of the cycle, in order
/// @param registeredYears of these, from confirmation or transfer on and until the teacher left
/// @param lines in the policy's order, the total first
/// @param loans that tell on it: of its years and of those before, the earliest first
/// @param openLoans those that are not repaid: they block the cycle
/// @param probation of who was confirmed in the cycle, or is not yet; null: nothing is asked, or
///   the trainings were not at hand
/// @param backed what of the recognised credits the ledger holds: less than these where a record
///   went that a decided year rests on
/// @param leftOn the last day of a teacher who has left before the end of the cycle
@Article({"二(四)", "三(二)"})
public record Standing(
        int cycle,
        LocalDate asOf,
        List<YearStanding> years,
        int registeredYears,
        List<LineStanding> lines,
        List<LoanStanding> loans,
        List<OpenLoan> openLoans,
        Credits backed,
        @Nullable Probation probation,
        Verdict verdict,
        @Nullable LocalDate leftOn) {

    public Standing {
        years = List.copyOf(years);
        lines = List.copyOf(lines);
        loans = List.copyOf(loans);
        openLoans = List.copyOf(openLoans);
    }

    /// @param tally of the cycle, under this policy
    /// @param asOf decides which school years are over
    public static Standing of(Policy policy, Tally tally, TeacherFacts teacher, LocalDate asOf) {
        return of(new CycleSums(policy, tally), _ -> null, teacher, asOf);
    }

    /// With the sums of other cycles, which loans tie to this one.
    ///
    /// @param asked the cycle asked about
    /// @param others by the first school year of the cycle; null where no policy is known
    public static Standing of(
            CycleSums asked,
            IntFunction<@Nullable CycleSums> others,
            TeacherFacts teacher,
            LocalDate asOf) {
        return new CycleWalk(others, teacher, asOf).standing(asked);
    }

    /// From single awards, for whoever has no sums at hand. What was completed after the day or in
    /// another cycle is left out, and, where the policy says so, the same content counts once.
    public static Standing of(
            Policy policy, Entries entries, TeacherFacts teacher, LocalDate asOf) {
        return of(entries, cycle -> policy, teacher, asOf);
    }

    /// The same where each cycle may have a policy of its own.
    ///
    /// @param policies by the first school year of the cycle; null where none is known
    /// @throws IllegalArgumentException if none is known for the cycle asked about: a bug
    public static Standing of(
            Entries entries,
            IntFunction<@Nullable Policy> policies,
            TeacherFacts teacher,
            LocalDate asOf) {
        IntFunction<@Nullable CycleSums> sums =
                cycle -> {
                    Policy policy = policies.apply(cycle);
                    if (policy == null) return null;
                    Entries of = new Entries(cycle, entries.awards());
                    return new CycleSums(policy, Tally.of(policy, of, asOf));
                };
        CycleSums asked = sums.apply(entries.cycle());
        if (asked == null) throw new IllegalArgumentException("no policy of " + entries.cycle());
        List<Facts> trainings = entries.awards().stream().map(Earned::facts).toList();
        return of(asked, sums, teacher, asOf).tellingOf(asked.policy(), teacher, trainings);
    }

    /// The same with what is asked of new teachers.
    ///
    /// @param policy the one that the standing is computed under
    /// @param trainings of the first year, at least
    public Standing tellingOf(Policy policy, TeacherFacts teacher, Collection<Facts> trainings) {
        return new Standing(
                cycle,
                asOf,
                years,
                registeredYears,
                lines,
                loans,
                openLoans,
                backed,
                Probation.of(policy, teacher, cycle, asOf, trainings),
                verdict,
                leftOn);
    }

    /// Everything that the awards of the cycle say, whether it is recognised or not.
    public Credits earned() {
        Credits sum = Credits.ZERO;
        for (YearStanding year : years) sum = sum.plus(year.earned());
        return sum;
    }

    /// What counts of it: of a decided year what was decided.
    public Credits recognised() {
        return lines.getFirst().counted();
    }

    /// The decided years of which the ledger says something else by now.
    public List<YearStanding> inQuestion() {
        return years.stream().filter(YearStanding::inQuestion).toList();
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
        NOT_REGISTERED,
        /// The teacher left before the cycle's end: it is closed as of that day, and not decided.
        LEFT
    }
}
