package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.credithub.domain.completion.FindingCode;
import org.jspecify.annotations.Nullable;

/// Stands in a mapped record where a function could not make sense of the source's value. A
/// function throws nothing: the record's other fields are mapped all the same.
record FieldFault(FindingCode code, String value) {
    static JsonNode node(FindingCode code, JsonNode value) {
        return new POJONode(
                new FieldFault(code, value.isTextual() ? value.textValue() : value.toString()));
    }

    static @Nullable FieldFault in(JsonNode node) {
        return node instanceof POJONode pojo && pojo.getPojo() instanceof FieldFault fault
                ? fault
                : null;
    }
}
