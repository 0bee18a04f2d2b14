package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.CapTree;
import io.credithub.domain.policy.Line;
import io.credithub.domain.policy.LoanRule;
import io.credithub.domain.policy.RequirementTerms;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearStanding.Decided;
import io.credithub.domain.standing.YearStanding.Outcome;
import io.credithub.domain.standing.YearStanding.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the school years of a cycle in order: what each carries on, borrows and repays.
@Article({"三(二)", "四(五)"})
final class SchoolYears {
    private final Counted counted;
    private final RequirementTerms terms;
    private final @Nullable LoanRule lending;
    private final List<OpenLoan> open = new ArrayList<>();
    private final List<YearStanding> years = new ArrayList<>();
    private final Debt debt;
    private final @Nullable Debt[] floorDebts;
    private long carried;

    SchoolYears(Counted counted) {
        this.counted = counted;
        this.terms = counted.policy().terms().requirements();
        this.lending = terms.loans();
        boolean perForm = lending != null && lending.perForm();
        int before = counted.cycle() - 1;
        // A loan of a form's floor fills the year, too, and is told once: as the floor's.
        this.debt = new Debt(lending, null, lentInAll(before), perForm ? new ArrayList<>() : open);
        List<Line> lines = terms.lines();
        this.floorDebts = new Debt[lines.size()];
        for (int line = 0; line < floorDebts.length; line++) {
            if (!isYearlyFloor(lines.get(line))) continue;
            String key = lines.get(line).key();
            floorDebts[line] =
                    new Debt(perForm ? lending : null, key, perForm ? lent(before, key) : 0, open);
        }
        for (int year = 0; year < counted.tally().years(); year++) years.add(year(year));
        int last = counted.cycle() + counted.tally().years() - 1;
        debt.close(last);
        for (Debt floor : floorDebts) if (floor != null) floor.close(last);
    }

    List<YearStanding> years() {
        return years;
    }

    List<OpenLoan> openLoans() {
        return open;
    }

    private YearStanding year(int year) {
        int schoolYear = counted.cycle() + year;
        State state = counted.state(year);
        long today = counted.recognition(0).kept(year);
        FrozenYear frozen = frozen(schoolYear);
        long recognised = frozen == null ? today : frozen.recognised().hundredths();
        boolean registered = state != State.NOT_REGISTERED;
        List<YearFloor> floors = registered ? floors(year) : List.of();
        Relief relief = counted.relief(year);
        long asked = registered ? terms.year().minimum().hundredths() : 0;
        long minimum = relief.waivesYear() ? 0 : Math.max(0, asked - relief.hundredths());
        long carriedIn = carried - debt.owed();
        long repaid = debt.repay(schoolYear, recognised);
        long there = carriedIn + recognised;
        long shortfall = relief.waivesYear() ? 0 : Math.max(0, minimum - there);
        long borrowed = registered ? debt.borrow(lentNow(year, floors), shortfall) : 0;
        boolean carries = terms.year().carriesForward() && registered;
        carried = carries ? Math.max(0, there - minimum) : 0;
        boolean met = shortfall == borrowed && floors.stream().allMatch(YearFloor::met);
        return new YearStanding(
                schoolYear,
                state,
                outcome(state, frozen, met, isBorrowed(borrowed, floors)),
                new Credits(counted.tally().tally().at(0, year)),
                new Credits(recognised),
                new Credits(carriedIn),
                new Credits(minimum),
                new Credits(shortfall - borrowed),
                new Credits(carried - debt.owed()),
                new Credits(borrowed),
                new Credits(repaid),
                new Credits(asked - minimum),
                cuts(year),
                floors,
                frozen == null ? null : decided(frozen, today));
    }

    private List<YearFloor> floors(int year) {
        List<Line> lines = terms.lines();
        List<YearFloor> floors = new ArrayList<>();
        for (int line = 0; line < floorDebts.length; line++) {
            Debt owing = floorDebts[line];
            if (owing != null) floors.add(floor(lines.get(line), line, year, owing));
        }
        return floors;
    }

    private YearFloor floor(Line line, int number, int year, Debt owing) {
        int schoolYear = counted.cycle() + year;
        long recognised = counted.recognition(number).kept(year);
        boolean waived = counted.relief(year).waives(line);
        long required = waived ? 0 : line.threshold().hundredths();
        long carriedIn = -owing.owed();
        owing.repay(schoolYear, recognised);
        long shortfall = waived ? 0 : Math.max(0, required - carriedIn - recognised);
        boolean begun = counted.state(year) != State.NOT_BEGUN;
        long borrowed = owing.borrow(begun ? lent(schoolYear, line.key()) : 0, shortfall);
        return new YearFloor(
                line.key(),
                new Credits(recognised),
                new Credits(carriedIn),
                new Credits(borrowed),
                new Credits(required),
                new Credits(shortfall - borrowed),
                waived);
    }

    /// A loan is for the current school year: a year that has not begun has none.
    private long lentNow(int year, List<YearFloor> floors) {
        if (lending == null || counted.state(year) == State.NOT_BEGUN) return 0;
        if (!lending.perForm()) return lentInAll(counted.cycle() + year);
        long sum = 0;
        for (YearFloor floor : floors) sum += floor.borrowed().hundredths();
        return sum;
    }

    private long lent(int schoolYear, String line) {
        long sum = 0;
        for (Loan loan : counted.teacher().loans()) {
            boolean meant = loan.schoolYear() == schoolYear && line.equals(loan.line());
            if (meant) sum += loan.credits().hundredths();
        }
        return sum;
    }

    private long lentInAll(int schoolYear) {
        boolean perForm = lending != null && lending.perForm();
        long sum = 0;
        for (Loan loan : counted.teacher().loans()) {
            boolean meant = loan.schoolYear() == schoolYear && perForm == (loan.line() != null);
            if (meant) sum += loan.credits().hundredths();
        }
        return sum;
    }

    private List<Cut> cuts(int year) {
        CapTree tree = counted.policy().requirements().tree(0);
        List<Cut> cuts = new ArrayList<>();
        for (int cap = 0; cap < tree.size(); cap++) {
            long cut = counted.recognition(0).cut(cap, year);
            String key = terms.lines().get(tree.caps()[cap]).key();
            if (cut > 0) cuts.add(new Cut(key, new Credits(cut)));
        }
        return cuts;
    }

    private @Nullable FrozenYear frozen(int schoolYear) {
        for (FrozenYear frozen : counted.teacher().frozen()) {
            if (frozen.schoolYear() == schoolYear) return frozen;
        }
        return null;
    }

    private static Decided decided(FrozenYear frozen, long today) {
        Credits difference = new Credits(today).minus(frozen.recognised());
        return new Decided(frozen.recognised(), frozen.qualified(), difference);
    }

    private static boolean isYearlyFloor(Line line) {
        return line.kind() == Line.Kind.FLOOR && line.isYearly();
    }

    private static boolean isBorrowed(long borrowed, List<YearFloor> floors) {
        return borrowed > 0 || floors.stream().anyMatch(floor -> floor.borrowed().hundredths() > 0);
    }

    private static Outcome outcome(
            State state, @Nullable FrozenYear frozen, boolean met, boolean borrowed) {
        if (frozen != null) return frozen.qualified() ? Outcome.QUALIFIED : Outcome.UNQUALIFIED;
        if (state != State.ENDED) return Outcome.OPEN;
        if (!met) return Outcome.UNQUALIFIED;
        return borrowed ? Outcome.BORROWED : Outcome.QUALIFIED;
    }
}
