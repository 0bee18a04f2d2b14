package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A text field of the contract.
///
/// @param field its JSON pointer in the record
/// @param lengthMax in code points
record TextField(String name, String field, int lengthMax) {
    /// @return null after a finding
    @Nullable String required(JsonNode object, Findings findings) {
        JsonNode node = Shape.required(object, name, field, findings);
        return node == null ? null : Scalars.text(node, field, lengthMax, findings);
    }

    /// @return null if it is absent, or after a finding
    @Nullable String optional(JsonNode object, Findings findings) {
        JsonNode node = object.get(name);
        return node == null ? null : Scalars.text(node, field, lengthMax, findings);
    }
}
