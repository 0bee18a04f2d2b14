package io.credithub.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.flow.delivery.Declared;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Control totals as senders write them: numbers, or decimal strings.
public final class Totals {
    /// `3`, and `3.0` too: JSON has one kind of number.
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}(\\.0+)?");

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private static final int SCALE_MAX = 12;

    private Totals() {}

    /// @return null if it is not a whole number that a delivery may hold, 0 or more
    public static @Nullable Long count(JsonNode node) {
        String text = node.isNumber() ? plain(node) : "";
        if (!COUNT.matcher(text).matches()) return null;
        long count = Long.parseLong(text.replaceFirst("\\..*", ""));
        return count > Declared.COUNT_MAX ? null : count;
    }

    /// @return null if it is not a decimal of at most two places, 0 or more
    public static @Nullable Long hundredths(JsonNode node) {
        String text = node.isNumber() ? plain(node) : node.isTextual() ? node.textValue() : "";
        if (!DECIMAL.matcher(text).matches()) return null;
        BigDecimal hours = new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY);
        long hundredths = hours.unscaledValue().longValueExact();
        return hundredths > Declared.HOUR_HUNDREDTHS_MAX ? null : hundredths;
    }

    private static String plain(JsonNode node) {
        BigDecimal value = node.decimalValue();
        boolean isAbsurd = Math.abs(value.scale()) > SCALE_MAX;
        return isAbsurd ? "" : value.toPlainString();
    }
}
