package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.credithub.domain.completion.FindingCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as sources write them: exact, in ASCII digits.
final class SourceNumbers {
    private static final String HOUR_UNIT = "学时";
    private static final int PERCENT_DIGITS = 2;
    private static final int HOUR_DIGITS = 2;

    private SourceNumbers() {}

    /// `40`, `7.5`, `40学时`.
    static JsonNode hours(JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (!value.isTextual()) return value;
        String text = value.textValue().strip();
        if (!text.endsWith(HOUR_UNIT)) return value;
        return TextNode.valueOf(text.substring(0, text.length() - HOUR_UNIT.length()).strip());
    }

    /// Minutes as hours of so many minutes each: 1800 minutes of 45 are 40 hours. What does not
    /// come out in hundredths is a fault: nothing is rounded on the way in.
    static JsonNode minutes(JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (value.isNull()) return value;
        try {
            BigDecimal minutes = ExactText.decimal(value.asText().strip());
            BigDecimal each = ExactText.decimal(arguments[1].asText());
            BigDecimal hours = minutes.divide(each, HOUR_DIGITS, RoundingMode.UNNECESSARY);
            return TextNode.valueOf(hours.stripTrailingZeros().toPlainString());
        } catch (NumberFormatException bad) {
            return FieldFault.node(FindingCode.WRONG_TYPE, value);
        } catch (ArithmeticException uneven) {
            return FieldFault.node(FindingCode.OUT_OF_RANGE, value);
        }
    }

    /// `95%`, `87.5%` and the number 95 are shares of 1.
    static JsonNode percent(JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (value.isNull()) return value;
        String text = value.asText().strip();
        if (text.endsWith("%")) text = text.substring(0, text.length() - 1);
        try {
            BigDecimal share = ExactText.decimal(text).movePointLeft(PERCENT_DIGITS);
            return TextNode.valueOf(share.toPlainString());
        } catch (NumberFormatException bad) {
            return FieldFault.node(FindingCode.WRONG_TYPE, value);
        }
    }

    /// A whole number that the source writes as text.
    static JsonNode integer(JsonNode[] arguments) {
        JsonNode value = arguments[0];
        if (!value.isTextual()) return value;
        try {
            long number = ExactText.integer(value.textValue().strip());
            return JsonNodeFactory.instance.numberNode(number);
        } catch (NumberFormatException bad) {
            return FieldFault.node(FindingCode.WRONG_TYPE, value);
        }
    }
}
