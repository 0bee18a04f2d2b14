package io.credithub.mapping.policy;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.credithub.domain.Text;
import io.credithub.mapping.policy.SourcedYaml.Items;
import io.credithub.mapping.policy.SourcedYaml.SourcedValue;
import io.credithub.mapping.policy.SourcedYaml.YamlFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Lays one settings file over another. Objects go key by key, and `null` takes a key out; lists of
/// named objects go entry by entry, and `remove: true` takes an entry out; anything else replaces
/// what it lies on. It knows nothing of policies but what names an entry.
final class YamlOverlay {
    private static final String REMOVE = "remove";
    private static final List<String> NAMES = List.of("code", "key", "kind");

    private final StrictYaml.ProblemSink sheet;

    /// @param sheet takes what is wrong with the upper file
    YamlOverlay(StrictYaml.ProblemSink sheet) {
        this.sheet = sheet;
    }

    SourcedYaml lay(SourcedYaml under, SourcedYaml over) {
        if (over instanceof YamlFields above) {
            return fields(under instanceof YamlFields below ? below : none(above), above);
        }
        if (over instanceof Items above && isOfObjects(above)) {
            if (under instanceof Items below && isNamed(below)) return items(below, above);
            if (isNamed(above)) return items(new Items(over.origin(), List.of()), above);
        }
        return over;
    }

    private static YamlFields none(YamlFields above) {
        return new YamlFields(above.origin(), Map.of());
    }

    private static SourcedYaml nothing(SourcedYaml over) {
        return new SourcedValue(over.origin(), MissingNode.getInstance());
    }

    private YamlFields fields(YamlFields below, YamlFields above) {
        Map<String, SourcedYaml> result = new TreeMap<>(below.of());
        above.of()
                .forEach((key, value) -> {
                    SourcedYaml there = result.get(key);
                    if (!value.isNull()) {
                        result.put(key, lay(there == null ? nothing(value) : there, value));
                    } else if (result.remove(key) == null) {
                        notThere(value);
                    }
                });
        return new YamlFields(above.origin(), result);
    }

    private Items items(Items below, Items above) {
        Map<String, SourcedYaml> result = new LinkedHashMap<>();
        for (SourcedYaml entry : below.of()) {
            String name = name(entry);
            // Twice the same name: the lower file has that problem already.
            if (name != null) result.putIfAbsent(name, entry);
        }
        Set<String> said = new HashSet<>();
        for (SourcedYaml entry : above.of()) {
            String name = name(entry);
            if (name == null || !(entry instanceof YamlFields fields)) {
                nameless(entry);
            } else if (fields.of().containsKey(REMOVE)) {
                remove(result, name, fields);
            } else if (said.add(name)) {
                SourcedYaml there = result.get(name);
                result.put(name, lay(there == null ? nothing(entry) : there, entry));
            } else {
                twice(entry);
            }
        }
        return new Items(above.origin(), List.copyOf(result.values()));
    }

    private void remove(Map<String, SourcedYaml> entries, String name, YamlFields entry) {
        boolean isTrue =
                entry.of().get(REMOVE) instanceof SourcedValue value
                        && value.json().isBoolean()
                        && value.json().booleanValue();
        YamlFields rest = entry.without(REMOVE).without("levels");
        if (!isTrue || rest.of().size() != 1) {
            sheet.add(
                    entry.origin().path() + "/" + REMOVE,
                    new Text("取消一项只写其名称和 remove: true。", "To take an entry out, only name it."),
                    new Text("写作 {…: …, remove: true}", "write {…: …, remove: true}"));
        } else if (entries.remove(name) == null) {
            notThere(entry);
        }
    }

    private static boolean isOfObjects(Items items) {
        return !items.of().isEmpty() && items.of().stream().allMatch(YamlFields.class::isInstance);
    }

    private static boolean isNamed(Items items) {
        return !items.of().isEmpty() && items.of().stream().allMatch(item -> name(item) != null);
    }

    /// What an entry is known by; null if nothing says.
    private static @Nullable String name(SourcedYaml entry) {
        if (!(entry instanceof YamlFields fields)) return null;
        for (String key : NAMES) {
            String name = fields.text(key);
            if (name != null) return key + " " + name;
        }
        String grade = fields.text("grade");
        if (grade == null) return null;
        Set<String> levels = new TreeSet<>();
        if (fields.of().get("levels") instanceof Items items) {
            items.of().forEach(level -> levels.add(level.json().asText()));
        }
        return "grade " + grade + levels;
    }

    private void notThere(SourcedYaml taken) {
        sheet.add(
                taken.origin().path(),
                new Text("下层没有这一项,无可取消。", "There is nothing below it to take out."),
                new Text("删去这一处,或核对名称", "leave it out, or check the name"));
    }

    private void nameless(SourcedYaml entry) {
        sheet.add(
                entry.origin().path(),
                new Text("看不出叠加在哪一项上。", "Nothing says which entry it is laid over."),
                new Text("写明 code、key、kind 或 grade", "give its code, key, kind or grade"));
    }

    private void twice(SourcedYaml entry) {
        sheet.add(
                entry.origin().path(),
                new Text("同一项写了两次。", "The same entry is stated twice."),
                new Text("合为一项", "make them one"));
    }
}
