package io.credithub.api.parameter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A whole number of a request. JSON has one kind of number: `1`, `1.0` and `1e0` are the same
/// whole number; `2022.9` is none and is never cut; nor is a text, whatever its digits.
///
/// @param <T> what holds it, in whose range it must lie
public final class WholeNumber<T extends Number> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;

    /// Longer than any number that somebody means; without a bound a few bytes are a gigabyte.
    private static final int SCALE_MAX = 64;

    private final transient Function<BigDecimal, T> exact;

    WholeNumber(Class<T> type, Function<BigDecimal, T> exact) {
        super(type);
        this.exact = exact;
    }

    /// @return null if it is none, or not within the range
    public static @Nullable Integer of(JsonNode node) {
        if (!node.isNumber() || Math.abs(node.decimalValue().scale()) > SCALE_MAX) return null;
        try {
            return node.decimalValue().intValueExact();
        } catch (ArithmeticException cut) {
            return null;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        BigDecimal number = parser.getDecimalValue();
        try {
            if (Math.abs(number.scale()) <= SCALE_MAX) return exact.apply(number);
        } catch (ArithmeticException cut) {
            // not whole, or beyond the range
        }
        throw new InvalidFormatException(
                parser, "not a whole number", parser.getText(), handledType());
    }
}
