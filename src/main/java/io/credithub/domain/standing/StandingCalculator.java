package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.CapTree;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.standing.LineStanding.LineState;
import io.credithub.domain.standing.Standing.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Works one standing out. Used once.
final class StandingCalculator {
    private final Policy policy;
    private final CycleCounts counted;
    private final DecidedYears decided;
    private final List<YearStanding> years;
    private final List<LoanStanding> loans;
    private final List<OpenLoan> openLoans;
    private final int registeredYears;

    /// @param loans of every year up to the end of what is known
    StandingCalculator(CycleCounts counted, SchoolYears schoolYears, List<LoanStanding> loans) {
        this.policy = counted.policy();
        this.counted = counted;
        this.decided = schoolYears.decided();
        this.years = schoolYears.years();
        this.loans = loans.stream().filter(loan -> loan.schoolYear() <= last()).toList();
        this.openLoans =
                this.loans.stream()
                        .filter(LoanStanding::isOpen)
                        .map(loan ->
                                new OpenLoan(
                                        loan.schoolYear(), loan.line(), loan.owed(), loan.repaid()))
                        .toList();
        this.registeredYears = counted.askedYears();
    }

    private int last() {
        return counted.cycle() + counted.tally().years() - 1;
    }

    Standing standing(LocalDate asOf) {
        List<RequirementLine> lines = policy.lines();
        List<LineStanding> standings = new ArrayList<>(lines.size());
        for (int line = 0; line < lines.size(); line++) standings.add(line(line, lines.get(line)));
        return new Standing(
                counted.cycle(),
                asOf,
                years,
                registeredYears,
                standings,
                loans,
                openLoans,
                new Credits(decided.backed()),
                null,
                verdict(standings),
                counted.hasLeft() ? counted.teacher().leftOn() : null);
    }

    private LineStanding line(int number, RequirementLine line) {
        long threshold = line.threshold().hundredths();
        return switch (line.kind()) {
            case TOTAL -> total(line, Math.max(0, proRated(threshold) - exempted()));
            case FLOOR ->
                    line.isYearly()
                            ? yearlyFloor(number, line)
                            : standing(number, line, isWaived(line), proRated(threshold));
            case THEME -> standing(number, line, false, registeredYears > 0 ? threshold : 0);
            case CAP -> cap(number, line);
        };
    }

    /// A year that was decided counts as it was decided.
    private LineStanding total(RequirementLine line, long required) {
        long recognised = 0;
        for (YearStanding year : years) recognised += year.recognised().hundredths();
        long missing = Math.max(0, required - recognised);
        long earned = counted.tally().sum(0);
        return new LineStanding(
                line,
                missing > 0 ? LineState.MISSING : LineState.MET,
                new Credits(earned),
                new Credits(recognised),
                new Credits(required),
                new Credits(missing),
                new Credits(earned - counted.recognition(0).keptInAll()));
    }

    private LineStanding standing(int number, RequirementLine line, boolean waived, long required) {
        long earned = counted.tally().sum(number);
        long recognised = decided.counted(number);
        long missing = waived ? 0 : Math.max(0, required - recognised);
        boolean isToldAsEarned =
                line.kind() == RequirementLine.RequirementKind.THEME && !hasCaps(number);
        return new LineStanding(
                line,
                waived ? LineState.WAIVED : missing > 0 ? LineState.MISSING : LineState.MET,
                new Credits(earned),
                isToldAsEarned ? null : new Credits(recognised),
                new Credits(waived ? 0 : required),
                new Credits(missing),
                new Credits(earned - counted.recognition(number).keptInAll()));
    }

    private boolean hasCaps(int number) {
        return policy.requirements().tree(number).size() > 0;
    }

    private LineStanding yearlyFloor(int number, RequirementLine line) {
        long required = 0;
        long missing = 0;
        boolean waived = false;
        for (YearStanding year : years) {
            for (YearFloor floor : year.floors()) {
                if (year.state() == YearStanding.YearState.NOT_BEGUN) continue;
                if (!floor.line().equals(line.key())) continue;
                required += floor.required().hundredths();
                missing += floor.missing().hundredths();
                waived |= floor.waived();
            }
        }
        LineStanding all = standing(number, line, false, required);
        return new LineStanding(
                line,
                missing > 0
                        ? LineState.MISSING
                        : waived && required == 0 ? LineState.WAIVED : LineState.MET,
                all.earned(),
                all.recognised(),
                all.required(),
                new Credits(missing),
                all.cut());
    }

    private LineStanding cap(int number, RequirementLine line) {
        CapTree tree = policy.requirements().tree(0);
        Recognition total = counted.recognition(0);
        long cut = 0;
        long left = 0;
        for (int cap = 0; cap < tree.size(); cap++) {
            if (tree.caps()[cap] != number) continue;
            for (int year = 0; year < years.size(); year++) cut += total.cut(cap, year);
            left = total.left(cap);
        }
        return new LineStanding(
                line,
                cut > 0 ? LineState.CUTS : LineState.WITHIN,
                new Credits(counted.tally().sum(number)),
                new Credits(left),
                line.threshold(),
                Credits.ZERO,
                new Credits(cut));
    }

    private boolean isWaived(RequirementLine floor) {
        for (int year = 0; year < years.size(); year++) {
            if (counted.relief(year).waives(floor)) return true;
        }
        return false;
    }

    private long exempted() {
        long sum = 0;
        for (int year = 0; year < years.size(); year++) sum += counted.relief(year).hundredths();
        return sum;
    }

    /// Who joins in mid-cycle owes a share by school years; half a hundredth is rounded up.
    private long proRated(long threshold) {
        if (!policy.terms().requirements().year().proRated()) return threshold;
        int all = counted.tally().years();
        return (2 * Math.multiplyExact(threshold, registeredYears) + all) / (2L * all);
    }

    /// The cycle is decided on its total, floors and themes; a short year is a matter of that year.
    /// What is lent and not repaid, in this cycle or the next, blocks a cycle that is not short.
    @Article({"二(四)", "四(五)", "五(三)"})
    private Verdict verdict(List<LineStanding> lines) {
        if (counted.hasLeft()) return Verdict.LEFT;
        if (registeredYears == 0) return Verdict.NOT_REGISTERED;
        for (LineStanding line : lines) {
            if (line.met() || line.line().isYearly()) continue;
            boolean ended = years.getLast().state() == YearStanding.YearState.ENDED;
            return ended ? Verdict.UNQUALIFIED : Verdict.NOT_YET;
        }
        return openLoans.isEmpty() ? Verdict.QUALIFIED : Verdict.BLOCKED;
    }
}
