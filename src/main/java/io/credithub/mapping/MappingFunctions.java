package io.credithub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import io.credithub.domain.completion.FindingCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a mapping may call, beside the language itself. Absent in, absent out; what cannot be
/// understood becomes a [FieldFault].
///
/// `code(table, value)` · `codes(table, value)` several, as an array or with `;` between ·
/// `date(value)` · `instant(value)` by the source's clock · `hours(value)` with or without 学时 ·
/// `percent(value)` as a share · `integer(value)` · `parts(form, hours, …)` · `evidence(kind,
/// reference, …)`.
final class MappingFunctions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern SEPARATOR = Pattern.compile("[;；]");
    private static final int PERCENT_DIGITS = 2;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                    .withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, CodeTable> tables;
    private final ZoneId zone;

    MappingFunctions(Map<String, CodeTable> tables, ZoneId zone) {
        this.tables = tables;
        this.zone = zone;
    }

    Collection<Function> all() {
        return List.of(
                new Named("code", 2, 2, arguments -> code(arguments[0], arguments[1])),
                new Named("codes", 2, 2, arguments -> codes(arguments[0], arguments[1])),
                new Named("date", 1, 1, arguments -> date(arguments[0])),
                new Named("instant", 1, 1, arguments -> instant(arguments[0])),
                new Named("hours", 1, 1, arguments -> hours(arguments[0])),
                new Named("percent", 1, 1, arguments -> percent(arguments[0])),
                new Named("integer", 1, 1, arguments -> integer(arguments[0])),
                new Named("parts", 2, 10, MappingFunctions::parts),
                new Named("evidence", 2, 10, MappingFunctions::evidence));
    }

    private interface Body {
        JsonNode call(JsonNode[] arguments);
    }

    private record Named(String getName, int getMinArguments, int getMaxArguments, Body body)
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
        CodeTable codes = tables.get(table.asText());
        String canonical = codes == null ? null : codes.canonical().get(value.asText().strip());
        return canonical == null
                ? FieldFault.node(FindingCode.UNKNOWN_CODE, value)
                : TextNode.valueOf(canonical);
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
        for (JsonNode one : found) if (FieldFault.in(one) != null) return one;
        return found;
    }

    /// `2023-06-20`, `2023/6/20`; the thirtieth of February is none.
    private static JsonNode date(JsonNode value) {
        if (value.isNull()) return value;
        try {
            String text = value.asText().strip();
            if (text.indexOf('/') >= 0) text = text.replace('/', '-');
            return TextNode.valueOf(LocalDate.parse(text, DATE).toString());
        } catch (DateTimeParseException bad) {
            return FieldFault.node(FindingCode.BAD_DATE, value);
        }
    }

    private JsonNode instant(JsonNode value) {
        if (value.isNull()) return value;
        try {
            Instant instant =
                    LocalDateTime.parse(value.asText().strip(), TIME).atZone(zone).toInstant();
            return TextNode.valueOf(instant.toString());
        } catch (DateTimeParseException bad) {
            return FieldFault.node(FindingCode.BAD_DATE, value);
        }
    }

    private static JsonNode hours(JsonNode value) {
        if (!value.isTextual()) return value;
        String text = value.textValue().strip();
        if (text.endsWith("学时")) text = text.substring(0, text.length() - 2).strip();
        return TextNode.valueOf(text);
    }

    /// `95%`, `87.5%` and the number 95 are shares of 1.
    private static JsonNode percent(JsonNode value) {
        if (value.isNull()) return value;
        String text = value.asText().strip();
        if (text.endsWith("%")) text = text.substring(0, text.length() - 1);
        try {
            return TextNode.valueOf(
                    ExactText.decimal(text).movePointLeft(PERCENT_DIGITS).toPlainString());
        } catch (NumberFormatException bad) {
            return FieldFault.node(FindingCode.WRONG_TYPE, value);
        }
    }

    private static JsonNode integer(JsonNode value) {
        if (!value.isTextual()) return value;
        try {
            return NODES.numberNode(ExactText.integer(value.textValue().strip()));
        } catch (NumberFormatException bad) {
            return FieldFault.node(FindingCode.WRONG_TYPE, value);
        }
    }

    private static JsonNode parts(JsonNode[] arguments) {
        return pairs(arguments, "form", "hours");
    }

    private static JsonNode evidence(JsonNode[] arguments) {
        return pairs(arguments, "kind", "reference");
    }

    /// An object for each pair whose second is there; absent if there is none.
    private static JsonNode pairs(JsonNode[] arguments, String first, String second) {
        ArrayNode pairs = NODES.arrayNode();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            JsonNode value = arguments[i + 1];
            if (value.isNull()) continue;
            ObjectNode pair = pairs.addObject();
            pair.set(first, arguments[i]);
            pair.set(second, value);
        }
        return pairs.isEmpty() ? NullNode.getInstance() : pairs;
    }
}
