package io.credithub.domain.policy;

import io.credithub.domain.policy.terms.RequirementLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requirement lines of a policy, made ready to be counted: which row of a tally holds what,
/// and which caps bear on which line.
///
/// A row is a line; behind the lines come the rows that hold how much of a cap's credits a floor of
/// a group was given, for no other row says it.
public final class Requirements {
    private final List<RequirementLine> lines;
    private final int[] parents;
    private final List<Allotment> allotments = new ArrayList<>();
    private final CapTree[] trees;

    /// The credits that a floor was given and that a cap counts.
    record Allotment(int floor, int cap) {}

    Requirements(List<RequirementLine> lines) {
        this.lines = List.copyOf(lines);
        Map<String, Integer> places = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) places.put(lines.get(line).key(), line);
        this.parents = new int[lines.size()];
        for (int line = 0; line < parents.length; line++) {
            String within = lines.get(line).within();
            parents[line] = within == null ? -1 : places.getOrDefault(within, -1);
        }
        this.trees = new CapTree[lines.size()];
        for (int line = 0; line < trees.length; line++) trees[line] = treeOf(line);
    }

    public List<RequirementLine> lines() {
        return lines;
    }

    /// Rows of a tally: at least one for each line.
    public int rowCount() {
        return lines.size() + allotments.size();
    }

    /// The caps whose scope lies inside a line's; for the total, all of them.
    public CapTree tree(int line) {
        return trees[line];
    }

    List<Allotment> allotments() {
        return allotments;
    }

    /// The line that a line is within, or -1.
    int parent(int line) {
        return parents[line];
    }

    /// The key of the nearest group that decides what a floor is given; null: nobody decides.
    @Nullable String groupAbove(int line) {
        for (int at = line; at >= 0; at = parents[at]) {
            String group = lines.get(at).group();
            if (group != null) return group;
        }
        return null;
    }

    private CapTree treeOf(int line) {
        List<Integer> inside = new ArrayList<>();
        for (int cap = 0; cap < lines.size(); cap++) {
            boolean bears =
                    lines.get(cap).isCap()
                            && !lines.get(line).isCap()
                            && lines.get(cap).scope().isInside(lines.get(line).scope());
            if (bears) inside.add(cap);
        }
        inside.sort(Comparator.comparingInt(this::depth).reversed());
        int[] rows = new int[inside.size()];
        boolean allotted = groupAbove(line) != null;
        for (int i = 0; i < rows.length; i++) {
            int cap = inside.get(i);
            rows[i] = allotted ? lines.size() + allotments.size() : cap;
            if (allotted) allotments.add(new Allotment(line, cap));
        }
        return tree(line, inside, rows);
    }

    private CapTree tree(int row, List<Integer> inside, int[] rows) {
        int size = inside.size();
        int[] outer = new int[size];
        long[] limits = new long[size];
        boolean[] yearly = new boolean[size];
        boolean crossing = false;
        for (int i = 0; i < size; i++) {
            int cap = inside.get(i);
            outer[i] = inside.indexOf(parents[cap]);
            limits[i] = lines.get(cap).threshold().hundredths();
            yearly[i] = lines.get(cap).isYearly();
        }
        for (int i = 0; i < size; i++) {
            for (int at = outer[i]; at >= 0; at = outer[at]) crossing |= yearly[at] && !yearly[i];
        }
        int[] caps = inside.stream().mapToInt(Integer::intValue).toArray();
        return new CapTree(row, caps, rows, outer, limits, yearly, crossing);
    }

    private int depth(int line) {
        int depth = 0;
        for (int at = parents[line]; at >= 0; at = parents[at]) depth++;
        return depth;
    }
}
