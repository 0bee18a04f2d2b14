package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.FindingCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads single values strictly: a value is exactly what the contract says, or a finding and null.
public final class Scalars {
    static final int NUMBER_LENGTH_MAX = 30;
    private static final int INSTANT_LENGTH_MIN = "2024-01-01T00:00:00Z".length();
    private static final int INSTANT_LENGTH_MAX = 40;

    private Scalars() {}

    /// What a decimal may be.
    ///
    /// @param leastIncluded whether the least value counts itself
    public record Range(BigDecimal least, BigDecimal most, int places, boolean leastIncluded) {
        static Range above(String least, String most, int places) {
            return new Range(new BigDecimal(least), new BigDecimal(most), places, false);
        }

        public static Range from(String least, String most, int places) {
            return new Range(new BigDecimal(least), new BigDecimal(most), places, true);
        }

        boolean holds(BigDecimal value) {
            int atLeast = value.compareTo(least);
            return (leastIncluded ? atLeast >= 0 : atLeast > 0)
                    && value.compareTo(most) <= 0
                    && value.scale() <= places;
        }
    }

    /// A text without blanks around it; never empty, and without control characters or the marks of
    /// broken text. Its characters are kept as they are.
    ///
    /// @param lengthMax in characters as people count them (code points)
    public static @Nullable String text(
            JsonNode node, String field, int lengthMax, Findings findings) {
        if (!node.isTextual()) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
            return null;
        }
        String text = node.textValue().strip();
        if (text.isEmpty()) {
            findings.add(FindingCode.WRONG_TYPE, field, text);
            return null;
        }
        if (isBroken(text)) {
            findings.add(FindingCode.BAD_CHARACTER, field, visible(text));
            return null;
        }
        if (text.length() > lengthMax && text.codePointCount(0, text.length()) > lengthMax) {
            findings.add(FindingCode.TOO_LONG, field, text);
            return null;
        }
        return text;
    }

    private static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F) continue;
            if (Character.isISOControl(c) || c == '\uFFFD') return true;
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) return true;
            } else if (Character.isLowSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFD]", "\u2400");
    }

    static <T> @Nullable T code(
            JsonNode node, String field, Map<String, T> codes, Findings findings) {
        if (!node.isTextual()) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
            return null;
        }
        T value = codes.get(node.textValue());
        if (value == null) findings.add(FindingCode.UNKNOWN_CODE, field, node);
        return value;
    }

    /// A number, or a plain decimal in a string; never an exponent in a string, never a digit other
    /// than 0 to 9. Without trailing zeros, so that `40`, `40.0` and `"40"` are the same.
    public static @Nullable BigDecimal decimal(
            JsonNode node, String field, Range range, Findings findings) {
        BigDecimal value = decimal(node);
        if (value == null) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
        } else if (!range.holds(value)) {
            findings.add(FindingCode.OUT_OF_RANGE, field, node);
            return null;
        }
        return value;
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        if (node.isInt()) return BigDecimal.valueOf(node.intValue());
        BigDecimal value;
        if (node.isTextual()) {
            String text = node.textValue().strip();
            if (!isPlainDecimal(text)) return null;
            value = new BigDecimal(text);
        } else if (node.isNumber()
                && !node.asText().contains("N")
                && !node.asText().contains("I")) {
            value = node.decimalValue();
        } else {
            return null;
        }
        if (Math.abs(value.scale()) > NUMBER_LENGTH_MAX) return value; // refused by its range
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static boolean isPlainDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.length() > NUMBER_LENGTH_MAX || text.length() == start) return false;
        int points = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > start && i < text.length() - 1) points++;
            else if (c < '0' || c > '9') return false;
        }
        return points <= 1;
    }

    /// JSON has one kind of number: `1`, `1.0` and `1e0` are the same whole number. What is not
    /// whole is never cut.
    ///
    /// @param range within the range of `int`
    /// @return null after a finding
    public static @Nullable Integer wholeNumber(
            JsonNode node, String field, Range range, Findings findings) {
        BigDecimal number = node.isNumber() ? decimal(node) : null;
        if (number == null || number.scale() > 0) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
            return null;
        }
        if (!range.holds(number)) {
            findings.add(FindingCode.OUT_OF_RANGE, field, node);
            return null;
        }
        return number.intValueExact();
    }

    /// @return false after a finding
    public static boolean flag(JsonNode node, String field, Findings findings) {
        if (!node.isBoolean()) findings.add(FindingCode.WRONG_TYPE, field, node);
        return node.booleanValue();
    }

    /// A date that exists, written `2024-02-29`.
    public static @Nullable LocalDate date(JsonNode node, String field, Findings findings) {
        if (!node.isTextual()) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
            return null;
        }
        LocalDate date = date(node.textValue().strip());
        if (date == null) findings.add(FindingCode.BAD_DATE, field, node);
        return date;
    }

    public static @Nullable LocalDate date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') return null;
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 0 || month < 0 || day < 0) return null;
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /// An instant with its offset (RFC 3339), to the microsecond: finer, no database keeps it.
    static @Nullable Instant instant(JsonNode node, String field, Findings findings) {
        if (!node.isTextual()) {
            findings.add(FindingCode.WRONG_TYPE, field, node);
            return null;
        }
        String text = node.textValue().strip();
        if (text.length() >= INSTANT_LENGTH_MIN && text.length() <= INSTANT_LENGTH_MAX) {
            try {
                return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant()
                        .truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException _) {
                // said below
            }
        }
        findings.add(FindingCode.BAD_DATE, field, node);
        return null;
    }
}
