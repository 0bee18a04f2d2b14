package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.CapTree;
import io.credithub.domain.policy.terms.LoanRule;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.RequirementTerms;
import io.credithub.domain.standing.TeacherFacts.FrozenYear;
import io.credithub.domain.standing.TeacherFacts.Loan;
import io.credithub.domain.standing.YearStanding.YearResult;
import io.credithub.domain.standing.YearStanding.YearState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Goes through the school years of a cycle in order: what each carries on, borrows and repays.
@Article({"三(二)", "四(五)"})
final class SchoolYears {
    private final CycleCounts counted;
    private final RequirementTerms terms;
    private final @Nullable LoanRule lending;
    private final DecidedYears decided;
    private final List<YearStanding> years = new ArrayList<>();
    private final Debts debts;
    private long carried;

    /// @param debts of the years before; they go on from year to year
    SchoolYears(CycleCounts counted, Debts debts) {
        this.counted = counted;
        this.terms = counted.policy().terms().requirements();
        this.lending = terms.loans();
        this.decided = new DecidedYears(counted);
        this.debts = debts;
        debts.enter(terms);
        for (int year = 0; year < counted.tally().years(); year++) years.add(year(year));
    }

    List<YearStanding> years() {
        return years;
    }

    DecidedYears decided() {
        return decided;
    }

    private YearStanding year(int year) {
        FrozenYear frozen = decided.of(year);
        DecidedFigures was = frozen == null ? null : frozen.figures();
        boolean registered = asks(year);
        List<YearFloor> floors = registered || was != null ? floors(year, was) : List.of();
        ExemptionEffect relief = counted.relief(year);
        long asked = registered ? terms.year().minimum().hundredths() : 0;
        long minimum = relief.waivesYear() ? 0 : Math.max(0, asked - relief.hundredths());
        Flow flow = was == null ? flow(year, minimum, floors) : settled(year, was);
        boolean met = flow.missing() == 0 && floors.stream().allMatch(YearFloor::met);
        YearResult outcome =
                outcome(counted.state(year), frozen, met, isBorrowed(flow.borrowed(), floors));
        return new YearStanding(
                counted.cycle() + year,
                counted.state(year),
                outcome,
                new Credits(counted.tally().tally().at(0, year)),
                new Credits(decided.recognised(year)),
                new Credits(flow.carriedIn()),
                was == null ? new Credits(minimum) : was.minimum(),
                new Credits(flow.missing()),
                new Credits(carried - debts.ofYear().owed()),
                new Credits(flow.borrowed()),
                new Credits(flow.repaid()),
                new Credits(was == null ? asked - minimum : asked - was.minimum().hundredths()),
                cuts(year),
                floors,
                frozen == null ? null : decided.result(year, frozen));
    }

    /// Neither before the confirmation nor after the teacher left.
    private boolean asks(int year) {
        YearState state = counted.state(year);
        return state != YearState.NOT_REGISTERED && state != YearState.LEFT;
    }

    /// What goes through a year.
    private record Flow(long carriedIn, long repaid, long missing, long borrowed) {}

    private Flow flow(int year, long minimum, List<YearFloor> floors) {
        boolean waived = counted.relief(year).waivesYear();
        boolean registered = asks(year);
        long recognised = decided.recognised(year);
        long carriedIn = carried - debts.ofYear().owed();
        long repaid = debts.ofYear().repay(recognised);
        long there = carriedIn + recognised;
        long shortfall = waived ? 0 : Math.max(0, minimum - there);
        long borrowed = registered ? borrow(year, shortfall, floors) : 0;
        boolean carries = terms.year().carriesForward() && registered;
        carried = carries ? Math.max(0, there - minimum) : 0;
        return new Flow(carriedIn, repaid, shortfall - borrowed, borrowed);
    }

    /// As it was decided; only what is repaid follows what is owed.
    private Flow settled(int year, DecidedFigures was) {
        long repaid = debts.ofYear().repay(decided.recognised(year));
        long borrowed = was.borrowed().hundredths();
        int schoolYear = counted.cycle() + year;
        if (lending != null && lending.perForm()) byForm(schoolYear, borrowed, was.floors());
        else if (lending != null) debts.ofYear().borrowed(lending, schoolYear, null, borrowed);
        carried = was.surplus().hundredths();
        return new Flow(was.carriedIn().hundredths(), repaid, was.missing().hundredths(), borrowed);
    }

    /// A loan is for the current school year: a year that has not begun has none.
    private long borrow(int year, long shortfall, List<YearFloor> floors) {
        if (lending == null || counted.state(year) == YearState.NOT_BEGUN) return 0;
        int schoolYear = counted.cycle() + year;
        if (lending.perForm()) return byForm(schoolYear, shortfall, floors);
        long most = Math.min(lent(schoolYear, null), shortfall);
        return debts.ofYear().borrow(lending, schoolYear, null, most);
    }

    /// What is lent for floors fills the year too, as far as it lacks something.
    private long byForm(int schoolYear, long shortfall, List<YearFloor> floors) {
        long left = shortfall;
        for (YearFloor floor : floors) {
            long fills = Math.min(left, floor.borrowed().hundredths());
            LoanRule rule = Objects.requireNonNull(lending);
            debts.ofYear().borrowedByForm(rule, schoolYear, floor.line(), fills);
            left -= fills;
        }
        return shortfall - left;
    }

    private List<YearFloor> floors(int year, @Nullable DecidedFigures was) {
        List<RequirementLine> lines = terms.lines();
        List<YearFloor> floors = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (!Debts.isYearlyFloor(lines.get(line))) continue;
            YearFloor settled = was == null ? null : find(was.floors(), lines.get(line).key());
            floors.add(
                    settled == null
                            ? floor(lines.get(line), line, year)
                            : settled(settled, counted.cycle() + year));
        }
        return floors;
    }

    private static @Nullable YearFloor find(List<YearFloor> floors, String key) {
        for (YearFloor floor : floors) if (floor.line().equals(key)) return floor;
        return null;
    }

    private YearFloor settled(YearFloor floor, int schoolYear) {
        if (lending == null || !lending.perForm()) return floor;
        LoanState owing = debts.of(floor.line());
        owing.repay(floor.recognised().hundredths());
        owing.borrowed(lending, schoolYear, floor.line(), floor.borrowed().hundredths());
        return floor;
    }

    private YearFloor floor(RequirementLine line, int number, int year) {
        int schoolYear = counted.cycle() + year;
        long recognised = counted.recognition(number).kept(year);
        boolean waived = counted.relief(year).waives(line);
        long required = waived ? 0 : line.threshold().hundredths();
        long carriedIn = 0;
        long borrowed = 0;
        if (lending != null && lending.perForm()) {
            LoanState owing = debts.of(line.key());
            carriedIn = -owing.owed();
            owing.repay(recognised);
            boolean begun = counted.state(year) != YearState.NOT_BEGUN;
            long lent = begun && !waived ? lent(schoolYear, line.key()) : 0;
            long most = Math.min(lent, required - carriedIn - recognised);
            borrowed = owing.borrow(lending, schoolYear, line.key(), most);
        }
        long shortfall = waived ? 0 : Math.max(0, required - carriedIn - recognised);
        return new YearFloor(
                line.key(),
                new Credits(recognised),
                new Credits(carriedIn),
                new Credits(borrowed),
                new Credits(required),
                new Credits(shortfall - borrowed),
                waived);
    }

    /// @param line null: for the year as a whole
    private long lent(int schoolYear, @Nullable String line) {
        long sum = 0;
        for (Loan loan : counted.teacher().loans()) {
            boolean meant = loan.schoolYear() == schoolYear && loan.repaid() == null;
            if (meant && Objects.equals(line, loan.line())) sum += loan.credits().hundredths();
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

    private static boolean isBorrowed(long borrowed, List<YearFloor> floors) {
        return borrowed > 0 || floors.stream().anyMatch(floor -> floor.borrowed().hundredths() > 0);
    }

    private static YearResult outcome(
            YearState state, @Nullable FrozenYear frozen, boolean met, boolean borrowed) {
        if (frozen != null)
            return frozen.qualified() ? YearResult.QUALIFIED : YearResult.UNQUALIFIED;
        if (state != YearState.ENDED) return YearResult.OPEN;
        if (!met) return YearResult.UNQUALIFIED;
        return borrowed ? YearResult.BORROWED : YearResult.QUALIFIED;
    }
}
