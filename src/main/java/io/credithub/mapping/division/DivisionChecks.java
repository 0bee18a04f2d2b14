package io.credithub.mapping.division;

import io.credithub.domain.Text;
import io.credithub.domain.division.DivisionChange;
import io.credithub.domain.division.DivisionLevel;
import io.credithub.domain.division.ListedDivision;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.division.DivisionLines.ListedLine;
import io.credithub.mapping.division.DivisionLines.SuccessionLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the lines of all files have to do with one another: every code once, under a parent that is
/// there and whose digits it has, and a succession that leads to codes of today.
final class DivisionChecks {
    private static final Text DELETE = new Text("删去其中一行", "leave one of the two out");

    private final Map<String, ListedLine> listed = new TreeMap<>();
    private final Map<String, SuccessionLine> changes = new TreeMap<>();
    private final List<FileProblem> problems = new ArrayList<>();

    DivisionChecks(List<ListedLine> listed, List<SuccessionLine> changes) {
        for (ListedLine line : listed) {
            ListedLine first = this.listed.putIfAbsent(line.division().code(), line);
            if (first != null) twice(line.at(), line.division().code(), first.at());
        }
        for (SuccessionLine line : changes) {
            SuccessionLine first = this.changes.putIfAbsent(line.change().code(), line);
            if (first != null) twice(line.at(), line.change().code(), first.at());
        }
    }

    List<FileProblem> problems() {
        listed.values().forEach(this::level);
        listed.values().forEach(this::parent);
        changes.values().forEach(this::abolished);
        changes.values().forEach(this::successors);
        changes.values().forEach(this::circle);
        return problems;
    }

    private void twice(FileLine at, String code, FileLine first) {
        problems.add(
                at.problem(
                        new Text(
                                "代码 %s 重复,首见于 %s。".formatted(code, first.told().zh()),
                                "The code %s is there already: %s."
                                        .formatted(code, first.told().en())),
                        DELETE));
    }

    private void level(ListedLine line) {
        ListedDivision one = line.division();
        DivisionLevel right = DivisionLevel.of(one.code());
        if (right == one.level()) return;
        String word = right.name().toLowerCase(Locale.ROOT);
        problems.add(
                line.at()
                        .problem(
                                new Text(
                                        "层级与代码 %s 不符。".formatted(one.code()),
                                        "The level does not fit the code %s."
                                                .formatted(one.code())),
                                new Text("写作 " + word, "write " + word)));
    }

    private void parent(ListedLine line) {
        ListedDivision one = line.division();
        String parent = one.parent();
        if (one.level() == DivisionLevel.PROVINCE) {
            if (parent != null) {
                problems.add(
                        line.at()
                                .problem(
                                        new Text("省级没有上级。", "A province has no parent."),
                                        new Text("不填 parent", "leave the parent empty")));
            }
            return;
        }
        String right =
                one.level() == DivisionLevel.CITY
                        ? DivisionLevel.PROVINCE.over(one.code())
                        : DivisionLevel.CITY.over(one.code());
        ListedLine over = parent == null ? null : listed.get(parent);
        String told = parent == null ? "" : parent;
        if (over == null) {
            problems.add(
                    line.at()
                            .problem(
                                    new Text(
                                            "上级“%s”不在表中。".formatted(told),
                                            "The parent '%s' is not listed.".formatted(told)),
                                    new Text(
                                            "写表中已有的上级,或补上 " + right,
                                            "name one that is listed, or list " + right)));
        } else if (!isOver(over.division(), one)) {
            problems.add(
                    line.at()
                            .problem(
                                    new Text(
                                            "%s 不属于 %s:统计按代码前几位归集。".formatted(one.code(), told),
                                            "%s is not of %s: figures go by the first digits."
                                                    .formatted(one.code(), told)),
                                    new Text("写作 " + right, "write " + right)));
        }
    }

    private static boolean isOver(ListedDivision over, ListedDivision one) {
        return over.level().compareTo(one.level()) < 0
                && one.code().startsWith(over.level().prefix(over.code()));
    }

    private void abolished(SuccessionLine line) {
        ListedLine still = listed.get(line.change().code());
        if (still == null) return;
        problems.add(
                line.at()
                        .problem(
                                new Text(
                                        "代码 %s 已撤销,却仍列为现行:%s。"
                                                .formatted(
                                                        line.change().code(),
                                                        still.at().told().zh()),
                                        "The code %s is no more, and is listed as of today: %s."
                                                .formatted(
                                                        line.change().code(),
                                                        still.at().told().en())),
                                DELETE));
    }

    private void successors(SuccessionLine line) {
        DivisionChange change = line.change();
        for (int i = 0; i < change.successors().size(); i++) {
            String code = change.successors().get(i);
            String name = line.names().get(i);
            ListedLine today = listed.get(code);
            if (today == null && !changes.containsKey(code)) {
                problems.add(
                        line.at()
                                .problem(
                                        new Text(
                                                "承接代码 %s 不在任何表中。".formatted(code),
                                                "The successor %s is in no file.".formatted(code)),
                                        new Text(
                                                "更正 new_code,或将 %s 补入表中".formatted(code),
                                                "correct new_code, or list " + code)));
            } else if (today != null && !today.division().name().equals(name)) {
                String right = today.division().name();
                problems.add(
                        line.at()
                                .problem(
                                        new Text(
                                                "%s 的名称不是“%s”。".formatted(code, name),
                                                "%s is not called '%s'.".formatted(code, name)),
                                        new Text("写作 " + right, "write " + right)));
            }
        }
    }

    /// Told of every code that leads back to itself.
    private void circle(SuccessionLine line) {
        String code = line.change().code();
        Set<String> seen = new HashSet<>();
        List<String> next = new ArrayList<>(line.change().successors());
        while (!next.isEmpty()) {
            String at = next.removeLast();
            SuccessionLine then = changes.get(at);
            if (at.equals(code)) {
                problems.add(
                        line.at()
                                .problem(
                                        new Text(
                                                "代码 %s 的承接关系绕回自身。".formatted(code),
                                                "The succession of %s leads back to it."
                                                        .formatted(code)),
                                        new Text(
                                                "更正 new_code,使之通向现行代码",
                                                "correct new_code: it must lead to a code of"
                                                        + " today")));
                return;
            }
            if (then != null && seen.add(at)) next.addAll(then.change().successors());
        }
    }
}
