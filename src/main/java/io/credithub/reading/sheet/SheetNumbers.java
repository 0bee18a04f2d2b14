package io.credithub.reading.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Numbers of a workbook as a person would write them.
final class SheetNumbers {
    /// As many as a spreadsheet keeps: what stands behind is the noise of its arithmetic.
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LENGTH_MAX = 40;
    private static final int SMALL_LENGTH_MAX = 7;
    private static final int PLACES_MAX = 30;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_OF_1904 = 1462;

    /// 9999-12-31.
    private static final int DAYS_MAX = 2_958_465;

    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

    private SheetNumbers() {}

    /// A small number from 0, such as a row's, a style's or a text's.
    static int small(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > SMALL_LENGTH_MAX) return otherwise;
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') return otherwise;
            number = 10 * number + digit - '0';
        }
        return number;
    }

    /// Without exponent, noise and zeros at the end.
    ///
    /// @return the text as it is if it is no number of a sensible size
    static String plain(String text) {
        BigDecimal number = number(text);
        return number == null ? text : written(number);
    }

    /// A serial number of a day: `2024-09-01`, with the time behind if there is one.
    ///
    /// @return as [#plain] if there is no such day
    static String day(String text, boolean is1904) {
        BigDecimal serial = number(text);
        if (serial == null) return text;
        BigDecimal[] parts = serial.divideAndRemainder(BigDecimal.ONE);
        boolean isDay = serial.signum() >= 0 && serial.compareTo(BigDecimal.valueOf(DAYS_MAX)) <= 0;
        if (!isDay) return written(serial);
        long days = parts[0].longValueExact() + (is1904 ? DAYS_OF_1904 : 0);
        LocalDate day = DAY_ZERO.plusDays(days);
        long seconds = Math.round(parts[1].multiply(DAY_SECONDS).doubleValue());
        if (seconds == 0 || seconds >= DAY_SECONDS.longValueExact()) return day.toString();
        return day + "T" + LocalTime.ofSecondOfDay(seconds);
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) return null;
        try {
            BigDecimal number = new BigDecimal(text).round(DIGITS);
            boolean isSensible =
                    Math.abs((long) number.scale()) <= PLACES_MAX
                            && number.precision() - (long) number.scale() <= PLACES_MAX;
            return isSensible ? number : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static String written(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
