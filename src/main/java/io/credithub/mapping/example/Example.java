package io.credithub.mapping.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.FindingCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worked example of a feed, as a file in its `examples/` holds it: what the source writes, and
/// what must become of it.
///
/// @param what it shows, in a sentence
/// @param given a record as the source writes it
/// @param today the day on which it comes in
/// @param then the canonical record that must come out; absent if it must be refused
/// @param findings all that must be found, in this order; absent if it must be understood
public record Example(
        @JsonProperty(required = true) String what,
        @JsonProperty(required = true) JsonNode given,
        @Nullable String today,
        @Nullable JsonNode then,
        @Nullable List<ExpectedRecord> findings) {
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 8, 31);

    record ExpectedRecord(
            @JsonProperty(required = true) FindingCode code,
            @JsonProperty(required = true) String field,
            @Nullable String value) {}

    /// @throws java.time.DateTimeException if it is no date
    LocalDate day() {
        return today == null ? USUAL_DAY : LocalDate.parse(today);
    }
}
