package io.credithub.source.pull;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.credithub.flow.result.Unavailable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a source pages, as its route file says it.
///
/// @param status where an answer says whether all went well; null for a source that says it by the
///   HTTP status alone
/// @param zone of times that are written without one
/// @param timeFormat of such times
record PageShape(
        Parameters parameters,
        Fields fields,
        @Nullable Status status,
        String zone,
        String timeFormat) {
    private static final ObjectReader READER = new YAMLMapper().readerFor(PageShape.class);

    PageShape {
        given("parameters", parameters);
        given("fields", fields);
        ZoneId.of(given("zone", zone));
        var _ = DateTimeFormatter.ofPattern(given("timeFormat", timeFormat), Locale.ROOT);
    }

    /// What YAML leaves out comes as null.
    private static <T> T given(String key, @Nullable T value) {
        if (value == null) throw new IllegalArgumentException("\"" + key + "\" is missing");
        return value;
    }

    private static void pointer(String key, @Nullable String value) {
        JsonPointer.compile(given(key, value));
    }

    /// The names of the query's parameters: changed from when on, records a page, which page.
    record Parameters(String from, String size, String next) {
        Parameters {
            given("from", from);
            given("size", size);
            given("next", next);
        }
    }

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
            String hours) {
        Fields {
            pointer("next", next);
            pointer("watermark", watermark);
            pointer("statedAt", statedAt);
            pointer("records", records);
            pointer("persons", persons);
            pointer("hours", hours);
        }
    }

    /// Where an answer with HTTP 200 says whether it is one. An answer that says nothing there is
    /// taken for what its records make of it.
    ///
    /// @param at pointer to the code
    /// @param good the codes of a whole answer
    /// @param signIn the codes of an access token that is no longer good
    record Status(String at, List<String> good, @Nullable List<String> signIn) {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

        Status {
            pointer("at", at);
            given("good", good);
        }

        /// @throws Unavailable if the code is not one of the good ones
        /// @throws SignInAgain if it asks for another token
        void check(JsonNode answer) {
            JsonNode node = answer.at(at);
            if (node.isMissingNode() || node.isNull()) return;
            String code = node.asText();
            if (good.contains(code)) return;
            if (signIn != null && signIn.contains(code)) throw new SignInAgain();
            boolean mayBeTold = PLAIN.matcher(code).matches();
            throw new Unavailable(
                    "an error in a good answer" + (mayBeTold ? ": code " + code : ""));
        }
    }

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
