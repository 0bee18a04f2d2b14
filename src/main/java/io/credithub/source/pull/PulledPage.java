package io.credithub.source.pull;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.domain.StatedTime;
import io.credithub.flow.delivery.Declared;
import io.credithub.flow.reading.PageEnvelope;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.PollFault;
import io.credithub.source.poll.Totals;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the envelope of one page says; its records are not looked at, so that one that is broken
/// does not keep its neighbours from landing.
///
/// @param records the bytes of all of them
/// @param next the token of the next page; null in the last one
/// @param watermark the time of change of its last record, as the source states it
record PulledPage(
        byte[] records,
        @Nullable String next,
        @Nullable Instant watermark,
        @Nullable Instant statedAt,
        Declared declared) {
    private static final int TOKEN_LENGTH_MAX = 2_000;

    /// Of a page without its records. A tree of it takes fifty times as much.
    static final int ENVELOPE_BYTES_MAX = 256 * 1024;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    boolean isEmpty() {
        return records.length == 0;
    }

    /// @param opened the page taken apart; empty if it has no array of records
    /// @throws Unavailable if it is not such a page: a source that is being repaired answers so
    /// @throws SignInAgain if the source says in its envelope that the token is no longer good
    static PulledPage read(byte[] bytes, PageShape shape, Optional<PageEnvelope> opened) {
        JsonNode root = parse(opened.map(PageEnvelope::around).orElse(bytes));
        if (shape.status() != null) shape.status().check(root);
        PageEnvelope page = opened.orElseThrow(() -> new Unavailable("an answer without records"));
        PageShape.Fields fields = shape.fields();
        return new PulledPage(
                page.records(),
                token(root.at(fields.next())),
                time(root.at(fields.watermark()), shape),
                time(root.at(fields.statedAt()), shape),
                new Declared(
                        Totals.count(root.at(fields.records())),
                        Totals.count(root.at(fields.persons())),
                        Totals.hundredths(root.at(fields.hours()))));
    }

    /// Without the time that the source claims to have made it at, if no clock that is right says
    /// so: its records are what they are. A watermark moves nothing by itself ([PullRun#position]).
    ///
    /// @param today of the hub
    PulledPage believed(LocalDate today) {
        if (statedAt == null || StatedTime.isBelieved(statedAt, today)) return this;
        return new PulledPage(records, next, watermark, null, declared);
    }

    private static JsonNode parse(byte[] bytes) {
        if (bytes.length > ENVELOPE_BYTES_MAX) {
            throw new Unavailable(PollFault.TOO_LARGE.of("an envelope beyond all measure"));
        }
        try {
            return JSON.readTree(bytes);
        } catch (IOException | NumberFormatException wrong) {
            // The cause would quote the page, and with it people.
            throw new Unavailable("an answer that is not JSON");
        }
    }

    /// A page without a token, with an empty one, null or false, is the last.
    private static @Nullable String token(JsonNode node) {
        boolean isLast = node.isMissingNode() || node.isNull();
        if (isLast || (node.isBoolean() && !node.booleanValue())) return null;
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new Unavailable("an answer with a page token that is none");
        }
        String token = node.asText();
        if (token.length() > TOKEN_LENGTH_MAX) {
            throw new Unavailable("an answer with a page token beyond " + TOKEN_LENGTH_MAX);
        }
        return token.isBlank() ? null : token;
    }

    private static @Nullable Instant time(JsonNode node, PageShape shape) {
        if (!node.isTextual() || node.textValue().isBlank()) return null;
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
