package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import io.credithub.domain.completion.FindingCode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a mapping may call, beside the language itself. Absent in, absent out; what cannot be
/// understood becomes a [FieldFault], and nothing throws.
///
/// `code(table, value)` · `codes(table, value)` several, as an array or with `;` between ·
/// `date(value, pattern…)` · `instant(value, zone)` · `hours(value)` with or without 学时 ·
/// `minutes(value, minutesOfAnHour)` · `percent(value)` as a share · `integer(value)` ·
/// `name(value)` · `parts(form, hours, …)` · `evidence(kind, reference, …)`.
final class MappingFunctions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern SEPARATOR = Pattern.compile("[;；]");
    private static final int PAIRS_MAX = 10;
    private static final int PATTERNS_MAX = 5;

    /// The canonical nodes are shared: a code is the same text in a million records.
    private final Map<String, Map<String, JsonNode>> tables;

    private final SourceDates dates;
    private final CodeLookupListener trail;

    /// @param zone of the source's own clock
    MappingFunctions(Map<String, CodeTable> tables, ZoneId zone) {
        this(nodes(tables), new SourceDates(zone), CodeLookupListener.OFF);
    }

    private MappingFunctions(
            Map<String, Map<String, JsonNode>> tables,
            SourceDates dates,
            CodeLookupListener trail) {
        this.tables = tables;
        this.dates = dates;
        this.trail = trail;
    }

    private static Map<String, Map<String, JsonNode>> nodes(Map<String, CodeTable> tables) {
        Map<String, Map<String, JsonNode>> all = new HashMap<>();
        tables.forEach((name, table) -> {
            Map<String, JsonNode> nodes = new HashMap<>();
            table.canonical().forEach((code, target) -> nodes.put(code, TextNode.valueOf(target)));
            all.put(name, nodes);
        });
        return all;
    }

    /// The same functions over the same tables, with somebody listening.
    MappingFunctions heardBy(CodeLookupListener listener) {
        return new MappingFunctions(tables, dates, listener);
    }

    Collection<Function> all() {
        List<Function> all = new ArrayList<>(PatternFunctions.all());
        all.addAll(ours());
        return all;
    }

    private List<Function> ours() {
        return List.of(
                new MappingFunction("code", 2, 2, arguments -> code(arguments[0], arguments[1])),
                new MappingFunction("codes", 2, 2, arguments -> codes(arguments[0], arguments[1])),
                new MappingFunction("date", 1, 1 + PATTERNS_MAX, dates::date),
                new MappingFunction("instant", 1, 2, dates::instant),
                new MappingFunction("hours", 1, 1, SourceNumbers::hours),
                new MappingFunction("minutes", 2, 2, SourceNumbers::minutes),
                new MappingFunction("percent", 1, 1, SourceNumbers::percent),
                new MappingFunction("integer", 1, 1, SourceNumbers::integer),
                new MappingFunction("name", 1, 1, arguments -> name(arguments[0])),
                new MappingFunction(
                        "parts", 2, PAIRS_MAX, arguments -> pairs(arguments, "form", "hours")),
                new MappingFunction(
                        "evidence",
                        2,
                        PAIRS_MAX,
                        arguments -> pairs(arguments, "kind", "reference")));
    }

    private interface MappingBody {
        JsonNode call(JsonNode[] arguments);
    }

    private record MappingFunction(
            String getName, int getMinArguments, int getMaxArguments, MappingBody body)
            implements Function {
        @Override
        public String getName() {
            return getName;
        }

        @Override
        public int getMinArguments() {
            return getMinArguments;
        }

        @Override
        public int getMaxArguments() {
            return getMaxArguments;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            return body.call(arguments);
        }
    }

    private JsonNode code(JsonNode table, JsonNode value) {
        if (value.isNull()) return value;
        Map<String, JsonNode> codes = tables.get(table.asText());
        String source = value.asText().strip();
        JsonNode canonical = codes == null ? null : codes.get(source);
        trail.looked(table.asText(), source, canonical == null ? null : canonical.textValue());
        return canonical == null ? FieldFault.node(FindingCode.UNKNOWN_CODE, value) : canonical;
    }

    private JsonNode codes(JsonNode table, JsonNode value) {
        if (value.isNull()) return value;
        ArrayNode found = NODES.arrayNode();
        if (value.isArray()) {
            for (JsonNode one : value) found.add(code(table, one));
        } else {
            for (String one : SEPARATOR.split(value.asText())) {
                if (!one.isBlank()) found.add(code(table, TextNode.valueOf(one.strip())));
            }
        }
        return found;
    }

    /// A name keeps its characters; blanks around it are none of them.
    private static JsonNode name(JsonNode value) {
        if (!value.isTextual()) return value;
        String text = value.textValue();
        String name = text.strip();
        if (name.length() == text.length()) return value;
        return name.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(name);
    }

    /// An object for each pair whose second is there; absent if there is none.
    private static JsonNode pairs(JsonNode[] arguments, String first, String second) {
        ArrayNode pairs = null;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            JsonNode value = arguments[i + 1];
            if (value.isNull()) continue;
            if (pairs == null) pairs = NODES.arrayNode();
            ObjectNode pair = pairs.addObject();
            pair.set(first, arguments[i]);
            pair.set(second, value);
        }
        return pairs == null ? NullNode.getInstance() : pairs;
    }
}
