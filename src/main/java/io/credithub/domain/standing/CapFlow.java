package io.credithub.domain.standing;

import io.credithub.domain.policy.CapTree;
import io.credithub.domain.standing.Recognition.Registered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Caps of the cycle within caps of the year: the most that all of them leave together, the earlier
/// years first.
///
/// Credits flow from the source through the caps of the cycle that lie within a cap of the year,
/// then year by year through all others to the sink; as many come through as no cut of the network
/// is narrower. So an award more never brings less, which no order of cutting would keep.
final class CapFlow {
    private static final long UNLIMITED = Long.MAX_VALUE / 4;

    private final CapTree tree;
    private final Registered tally;
    private final int years;
    private final int source;
    private final int sink;
    private final List<int[]> ends = new ArrayList<>();
    private final List<List<Integer>> leaving = new ArrayList<>();
    private long[] room = new long[64];
    private final int[][] cells;
    private final long[][] supply;

    CapFlow(CapTree tree, Registered tally) {
        this.tree = tree;
        this.tally = tally;
        this.years = tally.years();
        int perSide = tree.size() * years; // a node before, a node after for each cap and year
        this.source = 2 * perSide;
        this.sink = source + 1;
        for (int node = 0; node <= sink; node++) leaving.add(new ArrayList<>());
        this.cells = new int[tree.size()][years];
        this.supply = new long[tree.size()][years];
        caps();
        for (int year = tally.first(); year < years; year++) {
            for (int cap = 0; cap < tree.size(); cap++) cell(cap, year);
            while (augmented()) {} // this year's credits go as far as they can, then the next's
        }
    }

    /// What each cap takes in each year: of what did not come through, the inner cap takes what is
    /// above its limit, of a cycle the latest years first, and the outermost takes the rest.
    long[][] cuts() {
        long[][] lost = lost();
        long[][] within = new long[tree.size()][years];
        long[][] cuts = new long[tree.size()][years];
        for (int cap = 0; cap < tree.size(); cap++) {
            long over = -tree.limits()[cap];
            for (int year = 0; year < years; year++) {
                over += tally.at(tree.rows()[cap], year) - within[cap][year];
            }
            for (int year = years - 1; year >= tally.first(); year--) {
                long there = tally.at(tree.rows()[cap], year) - within[cap][year];
                long above = tree.yearly()[cap] ? there - tree.limits()[cap] : over;
                long left = lost[cap][year] - within[cap][year];
                long cut = tree.parents()[cap] < 0 ? left : Math.clamp(above, 0, left);
                over -= cut;
                cuts[cap][year] = cut;
                for (int at = tree.parents()[cap]; at >= 0; at = tree.parents()[at]) {
                    within[at][year] += cut;
                }
            }
        }
        return cuts;
    }

    /// What of each cap's credits does not come through.
    private long[][] lost() {
        long[][] lost = new long[tree.size()][years];
        for (int cap = 0; cap < tree.size(); cap++) {
            for (int year = tally.first(); year < years; year++) {
                for (int at = cap; at >= 0; at = tree.parents()[at]) {
                    lost[at][year] += supply[cap][year] - flow(cap, year);
                }
            }
        }
        return lost;
    }

    private long flow(int cap, int year) {
        return room[cells[cap][year] ^ 1];
    }

    private void caps() {
        for (int cap = 0; cap < tree.size(); cap++) {
            if (isBefore(cap)) {
                edge(before(tree.parents()[cap]), cap * years, tree.limits()[cap]);
            } else if (tree.yearly()[cap]) {
                for (int year = tally.first(); year < years; year++) {
                    edge(after(cap, year), after(tree.parents()[cap], year), tree.limits()[cap]);
                }
            } else {
                edge(after(cap, 0), after(tree.parents()[cap], 0), tree.limits()[cap]);
            }
        }
    }

    /// The credits that a cap counts and none within it does.
    private void cell(int cap, int year) {
        long own = tally.at(tree.rows()[cap], year);
        for (int inner = 0; inner < cap; inner++) {
            if (tree.parents()[inner] == cap) own -= tally.at(tree.rows()[inner], year);
        }
        supply[cap][year] = Math.max(0, own);
        cells[cap][year] = edge(before(cap), after(cap, year), supply[cap][year]);
    }

    /// A cap of the cycle within a cap of the year.
    private boolean isBefore(int cap) {
        if (tree.yearly()[cap]) return false;
        for (int outer = tree.parents()[cap]; outer >= 0; outer = tree.parents()[outer]) {
            if (tree.yearly()[outer]) return true;
        }
        return false;
    }

    private int before(int cap) {
        for (int at = cap; at >= 0; at = tree.parents()[at]) if (isBefore(at)) return at * years;
        return source;
    }

    private int after(int cap, int year) {
        for (int at = cap; at >= 0; at = tree.parents()[at]) {
            if (!isBefore(at)) {
                return (tree.size() + at) * years + (tree.yearly()[at] ? year : 0);
            }
        }
        return sink;
    }

    private int edge(int from, int to, long capacity) {
        int edge = ends.size();
        if (edge + 2 > room.length) room = Arrays.copyOf(room, 2 * room.length);
        ends.add(new int[] {from, to});
        ends.add(new int[] {to, from});
        leaving.get(from).add(edge);
        leaving.get(to).add(edge + 1);
        room[edge] = capacity;
        return edge;
    }

    private boolean augmented() {
        int[] by = new int[sink + 1];
        Arrays.fill(by, -1);
        ArrayDeque<Integer> reached = new ArrayDeque<>(List.of(source));
        while (by[sink] < 0 && !reached.isEmpty()) {
            for (int edge : leaving.get(reached.remove())) {
                int to = ends.get(edge)[1];
                if (room[edge] == 0 || to == source || by[to] >= 0) continue;
                by[to] = edge;
                reached.add(to);
            }
        }
        if (by[sink] < 0) return false;
        long least = UNLIMITED;
        for (int node = sink; node != source; node = ends.get(by[node])[0]) {
            least = Math.min(least, room[by[node]]);
        }
        for (int node = sink; node != source; node = ends.get(by[node])[0]) {
            room[by[node]] -= least;
            room[by[node] ^ 1] += least;
        }
        return true;
    }
}
