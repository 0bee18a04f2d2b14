package io.credithub.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Control totals as senders write them: numbers, or decimal strings.
final class Totals {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");

    private static final int SCALE_MAX = 12;

    private Totals() {}

    /// @return null if it is not a whole number, 0 or more
    static @Nullable Long count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                ? node.longValue()
                : null;
    }

    /// @return null if it is not a decimal of at most two places, 0 or more
    static @Nullable Long hundredths(JsonNode node) {
        String text = node.isNumber() ? plain(node) : node.isTextual() ? node.textValue() : "";
        if (!DECIMAL.matcher(text).matches()) return null;
        BigDecimal hours = new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
        return hours.unscaledValue().longValueExact();
    }

    private static String plain(JsonNode node) {
        BigDecimal value = node.decimalValue();
        boolean isAbsurd = Math.abs(value.scale()) > SCALE_MAX;
        return isAbsurd ? "" : value.toPlainString();
    }
}
