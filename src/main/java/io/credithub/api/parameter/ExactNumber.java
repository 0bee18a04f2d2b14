package io.credithub.api.parameter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// An amount of a request: a number, or its digits as a text (`"12.50"`). No other digits than 0 to
/// 9, no separators, no exponent in a text.
final class ExactNumber extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1;
    private static final int SCALE_MAX = 64;
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,32}(\\.[0-9]{1,32})?");

    ExactNumber() {
        super(BigDecimal.class);
    }

    /// Without the zeros at its end, so that `1`, `1.0` and `"1.000"` are one amount.
    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (!token.isNumeric() && token != JsonToken.VALUE_STRING) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText();
        if (token == JsonToken.VALUE_STRING && !PLAIN.matcher(text).matches()) {
            throw new InvalidFormatException(parser, "not a number", text, BigDecimal.class);
        }
        BigDecimal number = token.isNumeric() ? parser.getDecimalValue() : new BigDecimal(text);
        if (Math.abs(number.scale()) > SCALE_MAX) {
            throw new InvalidFormatException(parser, "out of range", text, BigDecimal.class);
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
