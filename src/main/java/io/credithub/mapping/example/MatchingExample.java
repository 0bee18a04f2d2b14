package io.credithub.mapping.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worked case of matching, as a file in `examples/` holds it: records of one teacher, and what
/// becomes of each.
///
/// @param name what it shows, in a sentence
/// @param feeds in the order of their precedence; absent: none comes first
/// @param register what the programme register has; absent: nothing
/// @param same pairs of record ids that a registrar found to be one training
/// @param different pairs of record ids that a registrar found to be two
/// @param records canonical ones, of which only what matters is stated; besides `feed`, `credits`
///   as a text, and `then`: `counts`, `aside for n1 by SAME_PROGRAMME`, `held for n1 by
///   NAMES_ALIKE`, `held: HOURS_A_DAY`
record MatchingExample(
        @JsonProperty(required = true) String name,
        @Nullable List<String> feeds,
        @Nullable List<ExampleProgramme> register,
        @Nullable List<List<String>> same,
        @Nullable List<List<String>> different,
        @JsonProperty(required = true) List<ObjectNode> records) {
    /// An entry of the register.
    ///
    /// @param withdrawn nobody earns anything by it
    record ExampleProgramme(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @Nullable List<String> aliases,
            @Nullable String startsOn,
            boolean withdrawn) {}
}
