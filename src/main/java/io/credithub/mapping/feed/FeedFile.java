package io.credithub.mapping.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.domain.Text;
import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import io.credithub.flow.feed.FeedDefinition.Format;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `feed.yaml` as it is written.
///
/// @param may what it may report and decide: read by [AuthorityFields]
/// @param programmes whether it may report what the register does not know: read there too
record FeedFile(
        @JsonProperty(required = true) Text title,
        @JsonProperty(required = true) String owner,
        @JsonProperty(required = true) FeedDefinition.FeedKind kind,
        @JsonProperty(required = true) FormatFile format,
        @JsonProperty(required = true) Map<Level, Integer> precedence,
        @JsonProperty(required = true) String overlap,
        @JsonProperty(required = true) String zone,
        @Nullable JsonNode may,
        @Nullable JsonNode programmes) {

    /// Reads YAML and nothing that is not foreseen.
    static final ObjectReader READER =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .reader();

    record FormatFile(
            @JsonProperty(required = true) Format.Syntax syntax,
            @Nullable String charset,
            @Nullable String records) {}

    FeedDefinition definition(String code, Authority authority, String digest) {
        return new FeedDefinition(
                code,
                title,
                owner,
                kind,
                new Format(format.syntax, format.charset, format.records),
                Map.copyOf(precedence),
                authority,
                Duration.parse(overlap),
                digest);
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}
