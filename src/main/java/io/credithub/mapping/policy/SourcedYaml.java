package io.credithub.mapping.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A part of a settings file that remembers which file states it, and where in that file, however
/// many files were laid over one another.
sealed interface SourcedYaml {
    /// @param path a JSON pointer
    record YamlOrigin(String file, String path) {
        private YamlOrigin at(String step) {
            return new YamlOrigin(file, path + "/" + step);
        }
    }

    /// @param of by key, in the order of the keys: the order of the file means nothing
    record YamlFields(YamlOrigin origin, Map<String, SourcedYaml> of) implements SourcedYaml {
        public YamlFields {
            of = Collections.unmodifiableMap(new TreeMap<>(of));
        }

        YamlFields without(String key) {
            Map<String, SourcedYaml> rest = new TreeMap<>(of);
            rest.remove(key);
            return new YamlFields(origin, rest);
        }

        @Nullable String text(String key) {
            return of.get(key) instanceof SourcedValue value && value.json().isTextual()
                    ? value.json().textValue()
                    : null;
        }
    }

    record Items(YamlOrigin origin, List<SourcedYaml> of) implements SourcedYaml {
        public Items {
            of = List.copyOf(of);
        }
    }

    record SourcedValue(YamlOrigin origin, JsonNode json) implements SourcedYaml {}

    YamlOrigin origin();

    static SourcedYaml of(JsonNode node, String file) {
        return of(node, new YamlOrigin(file, ""));
    }

    private static SourcedYaml of(JsonNode node, YamlOrigin origin) {
        if (node.isObject()) {
            Map<String, SourcedYaml> fields = new TreeMap<>();
            node.properties()
                    .forEach(field ->
                            fields.put(
                                    field.getKey(),
                                    of(field.getValue(), origin.at(field.getKey()))));
            return new YamlFields(origin, fields);
        }
        if (!node.isArray()) return new SourcedValue(origin, node);
        List<SourcedYaml> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) items.add(of(node.get(i), origin.at("" + i)));
        return new Items(origin, items);
    }

    /// The tree without its origins.
    default JsonNode json() {
        return switch (this) {
            case SourcedValue value -> value.json();
            case YamlFields fields -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fields.of().forEach((key, value) -> object.set(key, value.json()));
                yield object;
            }
            case Items items -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                items.of().forEach(item -> array.add(item.json()));
                yield array;
            }
        };
    }

    default boolean isNull() {
        return this instanceof SourcedValue value && value.json().isNull();
    }

    /// Who states what is at a path; of what is missing, who states the part that misses it.
    ///
    /// @param path a JSON pointer into this part
    default YamlOrigin originOf(String path) {
        SourcedYaml at = this;
        String rest = path;
        while (!rest.isEmpty()) {
            int end = rest.indexOf('/', 1);
            String step = end < 0 ? rest.substring(1) : rest.substring(1, end);
            SourcedYaml next = at.child(step);
            if (next == null) break;
            at = next;
            rest = end < 0 ? "" : rest.substring(end);
        }
        return new YamlOrigin(at.origin().file(), at.origin().path() + rest);
    }

    private @Nullable SourcedYaml child(String step) {
        return switch (this) {
            case SourcedValue _ -> null;
            case YamlFields fields -> fields.of().get(step);
            case Items items -> {
                boolean isPlace = step.matches("[0-9]{1,6}");
                int at = isPlace ? Integer.parseInt(step) : items.of().size();
                yield at < items.of().size() ? items.of().get(at) : null;
            }
        };
    }
}
