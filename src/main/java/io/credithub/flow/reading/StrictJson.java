package io.credithub.flow.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Reads JSON that comes from outside: one value and nothing behind it, no key twice, numbers
/// exact, depth and length bounded. What is wrong is a value, not an exception.
public final class StrictJson {
    private static final int DEPTH_MAX = 32;
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int STRING_LENGTH_MAX = 1 << 20;
    private static final int NAME_LENGTH_MAX = 256;
    private static final int SCALE_MAX = 64;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxNumberLength(NUMBER_LENGTH_MAX)
                                    .maxStringLength(STRING_LENGTH_MAX)
                                    .maxNameLength(NAME_LENGTH_MAX)
                                    .build())
                    .build();
    private static final ObjectReader READER =
            JsonMapper.builder(FACTORY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .nodeFactory(new BoundedNumbers())
                    .build()
                    .reader();

    private StrictJson() {}

    /// What became of a text.
    public sealed interface Parsed {
        record ParsedValue(JsonNode node) implements Parsed {}

        /// @param finding with a pointer to where it broke, and the place in words
        record Broken(Finding finding) implements Parsed {}
    }

    /// @param utf8 already known to be valid UTF-8 in the range
    public static Parsed read(byte[] utf8, int from, int length) {
        try (JsonParser parser = FACTORY.createParser(utf8, from, length)) {
            return read(parser, () -> placeIn(parser, utf8, from, length));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static Parsed read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser, () -> placeIn(parser, text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String placeIn(JsonParser parser, byte[] utf8, int from, int length) {
        long at = Math.clamp(parser.currentLocation().getByteOffset(), 0, length);
        String text = new String(utf8, from, length, StandardCharsets.UTF_8);
        String read = new String(utf8, from, Math.toIntExact(at), StandardCharsets.UTF_8);
        return BrokenPlace.of(text, read.length());
    }

    private static String placeIn(JsonParser parser, String text) {
        long at = Math.clamp(parser.currentLocation().getCharOffset(), 0, text.length());
        return BrokenPlace.of(text, Math.toIntExact(at));
    }

    private static Parsed read(JsonParser parser, Supplier<String> place) throws IOException {
        try {
            JsonNode node = READER.readTree(parser);
            if (node == null || node.isMissingNode())
                return broken(parser, FindingCode.MALFORMED, place);
            if (parser.nextToken() != null) return broken(parser, FindingCode.MALFORMED, place);
            return new Parsed.ParsedValue(node);
        } catch (MismatchedInputException twice) {
            return broken(parser, FindingCode.DUPLICATE_KEY, place);
        } catch (JsonProcessingException | NumberFormatException malformed) {
            // the second: an exponent of so many digits that no number has it
            return broken(parser, FindingCode.MALFORMED, place);
        }
    }

    private static Parsed broken(JsonParser parser, FindingCode code, Supplier<String> place) {
        String field = parser.getParsingContext().pathAsPointer().toString();
        return new Parsed.Broken(new Finding(code, field, place.get()));
    }

    /// A number like 1e2000000000 is a few bytes here and a gigabyte once it is written out.
    private static final class BoundedNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1;

        @Override
        public ValueNode numberNode(BigDecimal number) {
            if (Math.abs(number.scale()) <= SCALE_MAX) return DecimalNode.valueOf(number);
            return new OutOfBounds(number);
        }
    }

    /// Stands for a number that is beyond the range of every field: whoever asks for it says so,
    /// and whoever does not is not disturbed. It shows what came, and counts with a bounded one.
    private static final class OutOfBounds extends DecimalNode {
        private static final long serialVersionUID = 1;

        private final String shown;

        OutOfBounds(BigDecimal number) {
            super(
                    new BigDecimal(
                            number.unscaledValue(), number.scale() < 0 ? -SCALE_MAX : SCALE_MAX));
            this.shown = number.toString();
        }

        @Override
        public String asText() {
            return shown;
        }
    }
}
