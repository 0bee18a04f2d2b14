package io.credithub.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;

/// How a source pages, as its route file says it.
///
/// @param zone of times that are written without one
/// @param timeFormat of such times
record PageShape(Parameters parameters, Fields fields, String zone, String timeFormat) {
    private static final ObjectReader READER =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build()
                    .readerFor(PageShape.class);

    /// The names of the query's parameters: changed from when on, records a page, which page.
    record Parameters(String from, String size, String next) {}

    /// JSON pointers into a page.
    ///
    /// @param next the token of the next page; missing in the last one
    /// @param watermark the time of change of the last record
    record Fields(
            String next,
            String watermark,
            String statedAt,
            String records,
            String persons,
            String hours) {}

    /// @param yaml a block of a route file
    /// @throws IllegalArgumentException if it is not a whole shape
    static PageShape parse(@Nullable String yaml) {
        try {
            return READER.readValue(yaml == null ? "" : yaml);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "the route does not say how its source pages", wrong);
        }
    }
}
