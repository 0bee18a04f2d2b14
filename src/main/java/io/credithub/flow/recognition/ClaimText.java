package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeSet;

/// The body of a claim as text. Equal contents give equal texts, however their fields were ordered
/// and their numbers written.
///
/// @param json compact, names in order
public record ClaimText(String json) {
    static ClaimText of(JsonNode body) {
        return new ClaimText(ordered(body).toString());
    }

    /// SHA-256 of the text.
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
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
