package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Policy;
import java.util.Arrays;

/// What a teacher's awards of one cycle add up to: hundredths for each requirement line of the
/// policy and each of the five school years. Adding and taking away in any order gives the same.
///
/// The cell of a line and a year is `line * YEARS + year`, the year counted from the cycle's first.
@Article("四(五)")
public final class Tally {
    /// School years of a cycle: 二(一).
    public static final int YEARS = 5;

    private final int cycle;
    private final long[] cells;

    private Tally(int cycle, long[] cells) {
        this.cycle = cycle;
        this.cells = cells;
    }

    public static int width(Policy policy) {
        return policy.lineCount() * YEARS;
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

    /// @param award of a school year of this cycle
    /// @param sign 1 to add, -1 to take away
    public void add(Award award, int sign) {
        int year = award.schoolYear() - cycle;
        if (year < 0 || year >= YEARS) {
            throw new IllegalArgumentException(award.schoolYear() + " is not in cycle " + cycle);
        }
        long[] lines = award.lines();
        for (int line = 0; line < lines.length; line++) {
            int cell = line * YEARS + year;
            cells[cell] = Math.addExact(cells[cell], Math.multiplyExact(sign, lines[line]));
        }
    }

    /// The cycle's first school year.
    public int cycle() {
        return cycle;
    }

    /// Hundredths of a line in a school year, counted from the cycle's first.
    public long at(int line, int year) {
        return cells[line * YEARS + year];
    }

    public int lineCount() {
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
