package io.credithub.source;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.flow.Declared;
import io.credithub.flow.Unavailable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the envelope of one page says; its records are not looked at.
///
/// @param next the token of the next page; null in the last one
/// @param watermark the time of change of its last record
record Page(
        boolean isEmpty,
        @Nullable String next,
        @Nullable Instant watermark,
        @Nullable Instant statedAt,
        Declared declared) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /// @param records the pointer to the array of records
    /// @throws Unavailable if it is not such a page: a source that is being repaired answers so
    static Page read(byte[] bytes, PageShape shape, @Nullable String records) {
        JsonNode root = parse(bytes);
        JsonNode items = root.at(records == null ? "" : records);
        if (!items.isArray()) throw new Unavailable("an answer without records");
        PageShape.Fields fields = shape.fields();
        JsonNode next = root.at(fields.next());
        return new Page(
                items.isEmpty(),
                next.isTextual() || next.isNumber() ? next.asText() : null,
                time(root.at(fields.watermark()), shape),
                time(root.at(fields.statedAt()), shape),
                new Declared(
                        Totals.count(root.at(fields.records())),
                        Totals.count(root.at(fields.persons())),
                        Totals.hundredths(root.at(fields.hours()))));
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException wrong) {
            // The cause would quote the page, and with it people.
            throw new Unavailable("an answer that is not JSON");
        }
    }

    private static @Nullable Instant time(JsonNode node, PageShape shape) {
        if (!node.isTextual()) return null;
        String text = node.textValue();
        try {
            if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(shape.timeFormat(), Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT);
            return LocalDateTime.parse(text, format).atZone(ZoneId.of(shape.zone())).toInstant();
        } catch (DateTimeException wrong) {
            throw new Unavailable("an answer with a time that is none", wrong);
        }
    }
}
