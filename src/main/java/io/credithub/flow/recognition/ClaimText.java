package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.Sha256;
import io.credithub.flow.reading.StrictJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The body of a claim as text. Equal contents give equal texts, however their fields were ordered
/// and their numbers written.
///
/// @param json compact, names in order
public record ClaimText(String json) {
    static ClaimText of(JsonNode body) {
        return new ClaimText(ordered(body).toString());
    }

    /// The numbers of those who have a part in it, each once, in its order.
    ///
    /// @throws IllegalStateException if it is no JSON, which no claim that was checked is
    public List<String> teacherNos() {
        return switch (StrictJson.read(json)) {
            case StrictJson.Parsed.ParsedValue value -> teacherNos(value.node());
            case StrictJson.Parsed.Broken _ ->
                    throw new IllegalStateException("a claim that was read once is broken");
        };
    }

    static List<String> teacherNos(JsonNode body) {
        Set<String> numbers = new LinkedHashSet<>();
        for (JsonNode one : body.path("participants")) {
            if (one.path("teacherNo").isTextual()) numbers.add(one.path("teacherNo").textValue());
        }
        return List.copyOf(numbers);
    }

    /// SHA-256 of the text.
    public byte[] digest() {
        return Sha256.of(json);
    }

    private static JsonNode ordered(JsonNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode object = nodes.objectNode();
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            for (String name : names) object.set(name, ordered(node.path(name)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode();
            for (JsonNode item : node) array.add(ordered(item));
            return array;
        }
        if (!node.isNumber()) return node;
        return nodes.textNode(node.decimalValue().stripTrailingZeros().toPlainString());
    }
}
