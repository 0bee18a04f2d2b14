package io.credithub.flow.report.head;

import io.credithub.domain.Text;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.report.ReportHead.BasisLine;
import io.credithub.domain.standing.TeacherVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What a report is narrowed by, in the words of its tables: `SHORT` is 不合格.
final class NarrowedBy {
    private static final Map<String, Text> NAMES =
            Map.ofEntries(
                    Map.entry("verdict", new Text("结论", "verdict")),
                    Map.entry("school", new Text("学校", "school")),
                    Map.entry("cycle", new Text("周期首学年", "cycle from")),
                    Map.entry("code", new Text("差异代码", "code")),
                    Map.entry("owner", new Text("责任方", "owner")),
                    Map.entry("state", new Text("处理状态", "state")),
                    Map.entry("feed", new Text("数据源", "source")),
                    Map.entry("run", new Text("对账批次", "run")),
                    Map.entry("delivery", new Text("送达批次", "delivery")),
                    Map.entry("recomputation", new Text("试算", "recomputation")));

    /// What a headline says anyway.
    private static final Set<String> SAID = Set.of("state", "cycle", "run");

    private NarrowedBy() {}

    /// For a headline; empty if it is not narrowed, or only by what every headline says.
    static Text words(Map<String, String> terms) {
        Text all = Text.EMPTY;
        for (Map.Entry<String, String> term : new TreeMap<>(terms).entrySet()) {
            if (SAID.contains(term.getKey())) continue;
            Text value = word(term.getKey(), term.getValue());
            Text said =
                    isPlain(value)
                            ? name(term.getKey()).plus(new Text(" ", " ")).plus(value)
                            : value;
            all = all.equals(Text.EMPTY) ? said : all.plus(new Text("、", ", ")).plus(said);
        }
        if (all.equals(Text.EMPTY)) return all;
        return new Text("(仅:" + all.zh() + ")", " (only " + all.en() + ")");
    }

    /// For the basis: the code that was asked for stands beside its word.
    static List<BasisLine> lines(Map<String, String> terms) {
        List<BasisLine> lines = new ArrayList<>();
        new TreeMap<>(terms)
                .forEach((term, value) -> {
                    Text word = word(term, value);
                    Text said =
                            isPlain(word)
                                    ? word
                                    : word.plus(new Text("(" + value + ")", " (" + value + ")"));
                    Text about = new Text("限于 · ", "narrowed to · ").plus(name(term));
                    lines.add(new BasisLine(about, said));
                });
        return lines;
    }

    private static Text name(String term) {
        return NAMES.getOrDefault(term, new Text(term, term));
    }

    private static boolean isPlain(Text value) {
        return value.zh().equals(value.en());
    }

    private static Text word(String term, String value) {
        return switch (term) {
            case "verdict" -> word(TeacherVerdict.values(), value, TeacherVerdict::title);
            case "state" -> word(BreakState.values(), value, BreakState::text);
            case "code" -> word(BreakCode.values(), value, BreakCode::text);
            case "owner" -> word(BreakOwner.values(), value, BreakOwner::text);
            default -> new Text(value, value);
        };
    }

    private static <E extends Enum<E>> Text word(E[] all, String name, Function<E, Text> text) {
        Optional<E> found = Optional.empty();
        for (E one : all) if (one.name().equals(name)) found = Optional.of(one);
        return found.map(text).orElse(new Text(name, name));
    }
}
