package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.policy.CapTree;

/// What the caps on one sum leave of it, year by year. The inner cap is done before the outer one
/// looks, and of a cycle the earlier years are recognised first.
@Article("四(四)")
final class Recognition {
    private final CapTree tree;
    private final Registered tally;
    private final long[] kept;
    private final long[][] cuts;
    private final long[][] within;

    /// A tally from the first registered year on.
    ///
    /// @param first counted from the cycle's first
    /// @param years of the cycle
    record Registered(Tally tally, int first, int years) {
        long at(int row, int year) {
            return year < first ? 0 : tally.at(row, year);
        }

        long sum(int row) {
            long sum = 0;
            for (int year = first; year < years; year++) sum += tally.at(row, year);
            return sum;
        }
    }

    private Recognition(CapTree tree, Registered tally) {
        this.tree = tree;
        this.tally = tally;
        this.kept = new long[tally.years()];
        this.cuts = new long[tree.size()][tally.years()];
        this.within = new long[tree.size()][tally.years()];
        for (int year = tally.first(); year < kept.length; year++) {
            kept[year] = tally.at(tree.row(), year);
        }
    }

    static Recognition of(CapTree tree, Registered tally) {
        Recognition recognition = new Recognition(tree, tally);
        recognition.innerFirst();
        if (!tree.crossing() || !recognition.cutsAcross()) return recognition;
        Recognition across = new Recognition(tree, tally);
        long[][] lost = new CapFlow(tree, tally).cuts();
        for (int cap = 0; cap < tree.size(); cap++) {
            for (int year = tally.first(); year < tally.years(); year++) {
                across.cut(cap, year, lost[cap][year]);
            }
        }
        return across;
    }

    long kept(int year) {
        return kept[year];
    }

    /// What a cap of the tree takes itself.
    long cut(int cap, int year) {
        return cuts[cap][year];
    }

    long keptInAll() {
        long sum = 0;
        for (long amount : kept) sum += amount;
        return sum;
    }

    /// What a cap leaves of its own credits, after those within it.
    long left(int cap) {
        long sum = tally.sum(tree.rows()[cap]);
        for (int year = 0; year < kept.length; year++) sum -= cuts[cap][year] + within[cap][year];
        return sum;
    }

    private void innerFirst() {
        for (int cap = 0; cap < tree.size(); cap++) {
            long room = tree.limits()[cap];
            for (int year = tally.first(); year < kept.length; year++) {
                long there = tally.at(tree.rows()[cap], year) - within[cap][year];
                long taken = Math.min(room, there);
                if (!tree.yearly()[cap]) room -= taken;
                cut(cap, year, there - taken);
            }
        }
    }

    private void cut(int cap, int year, long amount) {
        if (amount == 0) return;
        cuts[cap][year] += amount;
        kept[year] -= amount;
        for (int outer = tree.parents()[cap]; outer >= 0; outer = tree.parents()[outer]) {
            within[outer][year] += amount;
        }
    }

    /// Whether a cap of the year bites that has a cap of the cycle within it. Only then does it
    /// matter which credits it takes: those that it takes leave room in the inner cap for later
    /// years.
    private boolean cutsAcross() {
        for (int cap = 0; cap < tree.size(); cap++) {
            if (tree.yearly()[cap]) continue;
            for (int outer = tree.parents()[cap]; outer >= 0; outer = tree.parents()[outer]) {
                if (!tree.yearly()[outer]) continue;
                for (long cut : cuts[outer]) if (cut > 0) return true;
            }
        }
        return false;
    }
}
