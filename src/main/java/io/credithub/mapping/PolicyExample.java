package io.credithub.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worked case of a policy, as a file in its `examples/` holds it: a completion and what it is
/// worth. Amounts are texts with two places, as `16.00`.
///
/// @param name what it shows, in a sentence
/// @param completion a canonical record; who and what it is about may be left out
/// @param credits what it is worth; absent if it cannot be judged
/// @param rule the code of the rule that decides it; absent: any
/// @param findings all codes, as `HUB-1013`, in this order; absent: none
record PolicyExample(
        @JsonProperty(required = true) String name,
        @Nullable JsonNode completion,
        @Nullable String credits,
        @Nullable String rule,
        @Nullable List<String> findings) {}
