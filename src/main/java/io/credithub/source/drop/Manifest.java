package io.credithub.source.drop;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credithub.flow.delivery.Declared;
import io.credithub.source.poll.DeliveryRefused;
import io.credithub.source.poll.DeliveryRefused.Reason;
import io.credithub.source.poll.Totals;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What lies beside a dropped file and says what it holds.
///
/// @param file the name of the data file, without a path
/// @param sha256 of the data, in lower-case hex; null if the sender gives none
record Manifest(String file, @Nullable String sha256, Declared declared, Instant statedAt) {
    static final String SUFFIX = ".manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /// @throws Refused if a required key is missing or is not what was agreed
    static Manifest parse(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            Long records = Totals.count(root.path("records"));
            Long persons = Totals.count(root.path("persons"));
            Long hours = Totals.hundredths(root.path("hours"));
            JsonNode file = root.path("file");
            JsonNode sha256 = root.path("sha256");
            boolean isWhole = records != null && persons != null && hours != null;
            boolean hasDigest = sha256.isMissingNode() || sha256.isTextual();
            if (!isWhole || !file.isTextual() || !hasDigest) {
                throw new DeliveryRefused(Reason.BAD_MANIFEST);
            }
            return new Manifest(
                    file.textValue(),
                    hex(sha256),
                    new Declared(records, persons, hours),
                    OffsetDateTime.parse(root.path("statedAt").asText()).toInstant());
        } catch (IOException | NumberFormatException | DateTimeException wrong) {
            throw new DeliveryRefused(Reason.BAD_MANIFEST);
        }
    }

    /// Hex has no case, and some tools write it in capitals, or with a line end behind it.
    private static @Nullable String hex(JsonNode sha256) {
        String text = sha256.textValue();
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
