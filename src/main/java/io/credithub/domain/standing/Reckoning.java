package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.policy.Line;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.SchoolCalendar;
import io.credithub.domain.policy.Terms.YearRule;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.domain.standing.YearStanding.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Works one standing out. Used once.
final class Reckoning {
    private final Policy policy;
    private final int cycle;
    private final Tally tally;
    private final LocalDate asOf;
    private final int firstRegistered;
    private final long[] recognised = new long[Tally.YEARS];

    Reckoning(Policy policy, Tally tally, TeacherFacts teacher, LocalDate asOf) {
        if (tally.lineCount() != policy.lineCount()) {
            throw new IllegalArgumentException("the tally is of another policy");
        }
        this.policy = policy;
        this.cycle = tally.cycle();
        this.tally = tally;
        this.asOf = asOf;
        int from = teacher.registeredFrom(policy.terms().calendar());
        this.firstRegistered = Math.clamp((long) from - this.cycle, 0, Tally.YEARS);
    }

    Standing standing() {
        recognise();
        List<YearStanding> years = years();
        List<LineStanding> lines = lines();
        int registered = Tally.YEARS - firstRegistered;
        return new Standing(cycle, asOf, years, registered, lines, verdict(years, lines));
    }

    /// Caps bite in the order of the school years: the earliest credits are recognised first.
    @Article("四(四)")
    private void recognise() {
        for (int year = firstRegistered; year < Tally.YEARS; year++) recognised[year] = at(0, year);
        List<Line> lines = policy.lines();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).kind() != Line.Kind.CAP) continue;
            long room = lines.get(line).threshold().hundredths();
            for (int year = firstRegistered; year < Tally.YEARS; year++) {
                long taken = Math.min(room, at(line, year));
                room -= taken;
                recognised[year] -= at(line, year) - taken;
            }
        }
        for (int year = 0; year < Tally.YEARS; year++)
            recognised[year] = Math.max(0, recognised[year]);
    }

    private List<YearStanding> years() {
        YearRule rule = policy.terms().year();
        List<YearStanding> years = new ArrayList<>(Tally.YEARS);
        long carried = 0;
        for (int year = 0; year < Tally.YEARS; year++) {
            boolean registered = year >= firstRegistered;
            long minimum = registered ? rule.minimum().hundredths() : 0;
            long there = carried + recognised[year];
            long over = rule.carriesForward() && registered ? Math.max(0, there - minimum) : 0;
            years.add(
                    new YearStanding(
                            cycle + year,
                            state(year),
                            new Credits(at(0, year)),
                            new Credits(recognised[year]),
                            new Credits(carried),
                            new Credits(minimum),
                            new Credits(Math.max(0, minimum - there)),
                            new Credits(over)));
            carried = over;
        }
        return List.copyOf(years);
    }

    private State state(int year) {
        if (year < firstRegistered) return State.NOT_REGISTERED;
        SchoolCalendar calendar = policy.terms().calendar();
        int now = calendar.schoolYearOf(asOf);
        if (now < cycle + year) return State.NOT_BEGUN;
        return now == cycle + year ? State.RUNNING : State.ENDED;
    }

    private List<LineStanding> lines() {
        List<Line> lines = policy.lines();
        List<LineStanding> standings = new ArrayList<>(lines.size());
        for (int line = 0; line < lines.size(); line++) standings.add(line(line, lines.get(line)));
        return List.copyOf(standings);
    }

    private LineStanding line(int number, Line line) {
        long earned = 0;
        for (int year = firstRegistered; year < Tally.YEARS; year++) earned += at(number, year);
        long threshold = line.threshold().hundredths();
        return switch (line.kind()) {
            case TOTAL -> standing(line, earned, sum(recognised), proRated(threshold));
            case FLOOR -> standing(line, earned, earned, proRated(threshold));
            case THEME ->
                    standing(line, earned, earned, firstRegistered < Tally.YEARS ? threshold : 0);
            case CAP ->
                    new LineStanding(
                            line,
                            new Credits(earned),
                            new Credits(Math.min(earned, threshold)),
                            line.threshold(),
                            Credits.ZERO);
        };
    }

    private static LineStanding standing(Line line, long earned, long counted, long required) {
        return new LineStanding(
                line,
                new Credits(earned),
                new Credits(counted),
                new Credits(required),
                new Credits(Math.max(0, required - counted)));
    }

    /// Who joins in mid-cycle owes a share by school years; half a hundredth is rounded up.
    private long proRated(long threshold) {
        if (!policy.terms().year().proRated()) return threshold;
        long share = Math.multiplyExact(threshold, Tally.YEARS - firstRegistered);
        return (2 * share + Tally.YEARS) / (2 * Tally.YEARS);
    }

    /// The cycle is decided on its total, floors and themes; a short year is a matter of that year.
    @Article({"二(四)", "五(三)"})
    private Verdict verdict(List<YearStanding> years, List<LineStanding> lines) {
        if (firstRegistered == Tally.YEARS) return Verdict.NOT_REGISTERED;
        for (LineStanding line : lines) {
            if (line.met()) continue;
            return years.getLast().state() == State.ENDED ? Verdict.UNQUALIFIED : Verdict.NOT_YET;
        }
        return Verdict.QUALIFIED;
    }

    private long at(int line, int year) {
        return tally.at(line, year);
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) sum += amount;
        return sum;
    }
}
