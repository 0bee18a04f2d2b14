package io.credithub.mapping.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Text;
import io.credithub.flow.feed.FileProblem;
import io.credithub.mapping.policy.SourcedYaml.SourcedValue;
import io.credithub.mapping.policy.SourcedYaml.YamlFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a folder as trees, each laid over the one that it `extends`, and that one over its
/// own. What a file says of itself is not handed down: its id, and the days on which it holds are
/// stated whole or not at all.
final class PolicyLayers {
    private static final String EXTENDS = "extends";

    private final Map<String, Document> documents = new TreeMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Whole> wholes = new HashMap<>();
    private final Collection<FileProblem> problems;

    /// A file by itself.
    private record Document(String file, SourcedYaml tree) {
        @Nullable String base() {
            return tree instanceof YamlFields fields ? fields.text(EXTENDS) : null;
        }
    }

    /// A policy with all that lies under it.
    ///
    /// @param file the uppermost one
    /// @param root the id of the lowest one
    /// @param depth 0 if it extends nothing
    /// @param isSound false if it was not laid as it says: then there is a problem
    record Whole(String file, String root, int depth, SourcedYaml tree, boolean isSound) {}

    /// @param problems takes what is wrong with the layers
    PolicyLayers(Collection<FileProblem> problems) {
        this.problems = problems;
    }

    void add(String id, String file, JsonNode tree) {
        documents.put(id, new Document(file, SourcedYaml.of(tree, file)));
    }

    /// A file whose own problem is told elsewhere: what extends it is left out in silence.
    void addUnreadable(String id) {
        unreadable.add(id);
    }

    /// Every policy that can be put together, those that others extend before those others.
    Map<String, Whole> wholes() {
        documents.keySet().forEach(id -> whole(id, new LinkedHashSet<>()));
        Map<String, Whole> ordered = new LinkedHashMap<>();
        wholes.entrySet().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Map.Entry<String, Whole> one) -> one.getValue().depth())
                                .thenComparing(Map.Entry::getKey))
                .forEach(one -> ordered.put(one.getKey(), one.getValue()));
        return ordered;
    }

    /// @param above the ids that are being laid over this one, the uppermost first
    /// @return null if something under it is missing; then there is a problem
    private @Nullable Whole whole(String id, Set<String> above) {
        Whole known = wholes.get(id);
        Document document = documents.get(id);
        if (known != null || document == null) return known;
        Whole whole = lay(id, document, above);
        if (whole != null) wholes.put(id, whole);
        return whole;
    }

    private @Nullable Whole lay(String id, Document document, Set<String> above) {
        StrictYaml.ProblemSink sheet =
                new StrictYaml.ProblemSink(document.file(), new ArrayList<>());
        if (!(document.tree() instanceof YamlFields fields) || !fields.of().containsKey(EXTENDS)) {
            return new Whole(document.file(), id, 0, document.tree(), true);
        }
        String base = document.base();
        if (base == null || !above.add(id) || !isUsable(base, above, sheet)) {
            if (base == null) notAnId(sheet);
            problems.addAll(sheet.problems());
            return null;
        }
        Whole under = whole(base, above);
        if (under == null || !(under.tree() instanceof YamlFields below)) return null;
        SourcedYaml tree =
                new YamlOverlay(sheet).lay(handedDown(below, fields), fields.without(EXTENDS));
        problems.addAll(sheet.problems());
        boolean isSound = under.isSound() && sheet.problems().isEmpty();
        return new Whole(document.file(), under.root(), under.depth() + 1, tree, isSound);
    }

    private static YamlFields handedDown(YamlFields below, YamlFields above) {
        SourcedYaml days = above.of().get("effective");
        YamlFields rest = below.without("id");
        return days == null || days instanceof SourcedValue ? rest : rest.without("effective");
    }

    private boolean isUsable(String base, Set<String> above, StrictYaml.ProblemSink sheet) {
        if (above.contains(base)) {
            String ring = String.join(" → ", above) + " → " + base;
            sheet.add(
                    "/" + EXTENDS,
                    new Text("循环叠加:" + ring + "。", "It extends itself: " + ring + "."),
                    new Text("去掉其中一处 extends", "take one of these extends out"));
            return false;
        }
        if (documents.containsKey(base)) return true;
        if (unreadable.contains(base)) return false;
        String known = String.join(", ", documents.keySet());
        sheet.add(
                "/" + EXTENDS,
                new Text("没有政策“" + base + "”。", "There is no policy “" + base + "”."),
                new Text("可用:" + known, "known here: " + known));
        return false;
    }

    private static void notAnId(StrictYaml.ProblemSink sheet) {
        sheet.add(
                "/" + EXTENDS,
                new Text("不是政策的代码。", "It is not the id of a policy."),
                new Text("写另一个文件的 id,或删去", "write the id of another file, or leave it out"));
    }
}
