package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.FindingCode;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the fields that an object has, before any of their values.
public final class Shape {
    private Shape() {}

    /// Whether it is an object; fields outside the contract are findings with their path.
    public static boolean isObject(
            JsonNode node, String field, Set<String> names, Findings findings) {
        if (!node.isObject()) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
            return false;
        }
        for (Iterator<String> present = node.fieldNames(); present.hasNext(); ) {
            String name = present.next();
            if (!names.contains(name)) {
                findings.add(FindingCode.UNKNOWN_FIELD, field + "/" + escaped(name), (String) null);
            }
        }
        return true;
    }

    /// @return the field, or null after a finding that it is missing
    public static @Nullable JsonNode required(
            JsonNode object, String name, String field, Findings findings) {
        JsonNode node = object.get(name);
        if (node == null) findings.add(FindingCode.MISSING_FIELD, field, (String) null);
        return node;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
