package io.credithub.mapping.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.mapping.policy.LineFields.PlacedField;
import java.util.ArrayList;
import java.util.List;

/// Compares the lines of a policy with one another: floors must fit into what they are within and
/// into the total, and caps must lie within one another or apart.
final class LineSums {
    private final List<PlacedField> lines;
    private final int cycleYears;

    private LineSums(List<PlacedField> lines, int cycleYears) {
        this.lines = lines;
        this.cycleYears = cycleYears;
    }

    /// @param lines narrowed, the total first
    static void check(List<PlacedField> lines, int cycleYears) {
        LineSums sums = new LineSums(lines, cycleYears);
        List<PlacedField> before = new ArrayList<>();
        for (PlacedField placed : lines) {
            if (placed.line().kind() == RequirementLine.RequirementKind.FLOOR) sums.floor(placed);
            if (placed.line().isCap()) {
                for (PlacedField other : before) sums.apartOrNested(placed, other.line());
                before.add(placed);
            }
        }
    }

    private void floor(PlacedField floor) {
        RequirementLine outer = LineTree.outer(lines, floor.line());
        RequirementLine bound = outer == null ? lines.getFirst().line() : outer;
        long sum = inCycle(floor.line());
        List<RequirementLine> apart = new ArrayList<>(List.of(floor.line()));
        for (PlacedField other : lines.subList(0, lines.indexOf(floor))) {
            RequirementLine line = other.line();
            if (line.kind() != RequirementLine.RequirementKind.FLOOR
                    || isElsewhere(line, floor.line())) continue;
            if (apart.stream().allMatch(one -> neverShare(one, line))) {
                apart.add(line);
                sum += inCycle(line);
            }
        }
        if (sum <= inCycle(bound)) return;
        String asked = new Credits(sum).toString();
        String there = new Credits(inCycle(bound)).toString();
        floor.at()
                .problem(
                        "credits",
                        new Text(
                                "与不重复计算的同级行合计 "
                                        + asked
                                        + ",超过“"
                                        + bound.key()
                                        + "”的 "
                                        + there
                                        + "。",
                                "With the lines beside it that share no credit it makes "
                                        + asked
                                        + ", more than the "
                                        + there
                                        + " of “"
                                        + bound.key()
                                        + "”."),
                        new Text("合计最多 " + there, "let them sum to at most " + there));
    }

    private static boolean isElsewhere(RequirementLine one, RequirementLine other) {
        String within = one.within();
        return within == null ? other.within() != null : !within.equals(other.within());
    }

    private static boolean neverShare(RequirementLine one, RequirementLine other) {
        boolean sameGroup = one.group() != null && one.group().equals(other.group());
        return sameGroup || !one.scope().overlaps(other.scope());
    }

    private void apartOrNested(PlacedField cap, RequirementLine other) {
        if (!cap.line().scope().overlaps(other.scope())) return;
        if (isAbove(other, cap.line()) || isAbove(cap.line(), other)) return;
        cap.at()
                .problem(
                        "within",
                        new Text(
                                "与上限“" + other.key() + "”范围重叠,但未互相包含。",
                                "It overlaps the cap “" + other.key() + "” and is not within it."),
                        new Text(
                                "写明 within,或分开两者的范围",
                                "say which is within which, or keep their scopes apart"));
    }

    private boolean isAbove(RequirementLine outer, RequirementLine inner) {
        RequirementLine at = LineTree.outer(lines, inner);
        for (int steps = 0; at != null && steps < lines.size(); steps++) {
            if (at.key().equals(outer.key())) return true;
            at = LineTree.outer(lines, at);
        }
        return false;
    }

    private long inCycle(RequirementLine line) {
        return line.threshold().hundredths() * (line.isYearly() ? cycleYears : 1);
    }
}
