package io.credithub.mapping.policy;

import io.credithub.domain.Text;
import io.credithub.domain.policy.terms.RequirementLine;
import io.credithub.domain.policy.terms.Scope;
import io.credithub.mapping.policy.LineFields.PlacedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts floors within floors and caps within caps: a line's scope is narrowed to that of the line
/// that it is within.
final class LineTree {
    private final Map<String, PlacedField> byKey = new HashMap<>();
    private final List<PlacedField> lines;

    private LineTree(List<PlacedField> lines) {
        this.lines = lines;
        for (PlacedField placed : lines) byKey.putIfAbsent(placed.line().key(), placed);
    }

    /// @return the lines in their order; the one that something is wrong with, unchanged
    static List<PlacedField> grown(List<PlacedField> lines) {
        LineTree tree = new LineTree(lines);
        List<PlacedField> grown = new ArrayList<>();
        for (PlacedField placed : tree.lines) grown.add(tree.narrowed(placed));
        return grown;
    }

    private PlacedField narrowed(PlacedField placed) {
        RequirementLine line = placed.line();
        Scope scope = line.scope();
        Set<String> seen = new HashSet<>(Set.of(line.key()));
        for (PlacedField at = placed; at.line().within() != null; ) {
            PlacedField outer = byKey.get(at.line().within());
            if (outer == null || outer.line().kind() != line.kind()) {
                if (seen.size() == 1) unknown(placed); // else it is told at that line
                return placed;
            }
            if (!seen.add(outer.line().key())) {
                circle(placed);
                return placed;
            }
            Scope both = scope.narrowedTo(outer.line().scope());
            if (both == null) {
                apart(placed, outer.line());
                return placed;
            }
            scope = both;
            if (line.group() != null && line.group().equals(outer.line().group())) {
                sameGroup(placed);
            }
            at = outer;
        }
        if (scope.equals(line.scope())) return placed;
        RequirementLine narrowed =
                line.narrowed(scope, FilledBy.text(line.kind(), line.title(), scope));
        return new PlacedField(placed.at(), narrowed);
    }

    private void unknown(PlacedField placed) {
        String within = placed.line().within();
        List<String> keys =
                lines.stream()
                        .map(PlacedField::line)
                        .filter(line -> line.kind() == placed.line().kind())
                        .map(RequirementLine::key)
                        .filter(key -> !key.equals(placed.line().key()))
                        .sorted()
                        .toList();
        String known = String.join(", ", keys);
        placed.at()
                .problem(
                        "within",
                        new Text(
                                "没有同类的行“" + within + "”。",
                                "There is no line “" + within + "” of the same kind."),
                        new Text("可用:" + known, "known here: " + known));
    }

    private static void circle(PlacedField placed) {
        placed.at()
                .problem(
                        "within",
                        new Text("各行互相包含。", "The lines are within one another."),
                        new Text("去掉其中一个 within", "take one of the within out"));
    }

    private static void apart(PlacedField placed, RequirementLine outer) {
        placed.at()
                .problem(
                        "within",
                        new Text(
                                "与“" + outer.key() + "”没有共同的范围,永远不会计入。",
                                "It has nothing in common with “" + outer.key() + "”."),
                        new Text("改写范围,或去掉 within", "change the scope, or take within out"));
    }

    private static void sameGroup(PlacedField placed) {
        placed.at()
                .problem(
                        "group",
                        new Text(
                                "上级行属于同一组,本行永远不会计入。",
                                "The line that it is within is of the same group and takes all."),
                        new Text("用另一个组名", "name another group"));
    }

    /// The line that a line is within; null if it is within none.
    static @Nullable RequirementLine outer(List<PlacedField> lines, RequirementLine line) {
        for (PlacedField placed : lines) {
            if (placed.line().key().equals(line.within())) return placed.line();
        }
        return null;
    }
}
