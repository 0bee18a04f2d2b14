package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a teacher's awards of one cycle add up to: hundredths for each row of the policy's
/// requirements and each school year. Adding and taking away in any order gives the same.
///
/// The cell of a row and a year is `row * YEARS + year`, the year counted from the cycle's first. A
/// cycle of fewer years leaves the last cells empty.
@Article("四(五)")
public final class Tally {
    /// The most school years that a cycle has: 二(一).
    public static final int YEARS = 5;

    private final int cycle;
    private final long[] cells;

    private Tally(int cycle, long[] cells) {
        this.cycle = cycle;
        this.cells = cells;
    }

    public static int width(Policy policy) {
        return policy.requirements().rowCount() * YEARS;
    }

    /// @param cycle its first school year
    public static Tally empty(Policy policy, int cycle) {
        return new Tally(cycle, new long[width(policy)]);
    }

    /// @param cycle its first school year
    /// @param cells as [#toArray] gave them
    public static Tally of(int cycle, long[] cells) {
        if (cells.length % YEARS != 0) throw new IllegalArgumentException("width " + cells.length);
        return new Tally(cycle, cells.clone());
    }

    /// The awards that count in a cycle on a day.
    public static Tally of(Policy policy, Entries entries, LocalDate asOf) {
        int cycle = entries.cycle();
        List<Earned> there = new ArrayList<>();
        for (Earned entry : entries.awards()) {
            LocalDate completed = entry.facts().completedOn();
            if (!completed.isAfter(asOf) && policy.cycleOf(completed) == cycle) there.add(entry);
        }
        boolean once = policy.terms().awards().once() != null;
        Tally tally = empty(policy, cycle);
        for (Earned entry : once ? SameContent.once(there) : there) {
            int year = policy.schoolYearOf(entry.facts().completedOn()) - cycle;
            tally.add(policy.split(entry.facts(), entry.credits()), year, 1);
        }
        return tally;
    }

    /// @param award of a school year of this cycle
    /// @param sign 1 to add, -1 to take away
    public void add(Award award, int sign) {
        add(award.lines(), yearOf(award.schoolYear()), sign);
    }

    private int yearOf(int schoolYear) {
        int year = schoolYear - cycle;
        if (year < 0 || year >= YEARS) {
            throw new IllegalArgumentException(schoolYear + " is not in cycle " + cycle);
        }
        return year;
    }

    /// @param rows as [Policy#split] gives them
    /// @param schoolYear of this cycle
    /// @param sign 1 to add, -1 to take away
    public void addRows(long[] rows, int schoolYear, int sign) {
        add(rows, yearOf(schoolYear), sign);
    }

    private void add(long[] rows, int year, int sign) {
        for (int row = 0; row < rows.length; row++) {
            int cell = row * YEARS + year;
            cells[cell] = Math.addExact(cells[cell], Math.multiplyExact(sign, rows[row]));
        }
    }

    /// The cycle's first school year.
    public int cycle() {
        return cycle;
    }

    /// Hundredths of a row in a school year, counted from the cycle's first.
    public long at(int row, int year) {
        return cells[row * YEARS + year];
    }

    public int rowCount() {
        return cells.length / YEARS;
    }

    public long[] toArray() {
        return cells.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && cycle == that.cycle
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * cycle + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return cycle + " " + Arrays.toString(cells);
    }
}
