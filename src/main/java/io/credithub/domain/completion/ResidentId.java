package io.credithub.domain.completion;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The resident identity number of GB 11643: 6 digits of a division, 8 of the birth date, 3 of a
/// sequence, and a check character. Abolished divisions stay valid, so only the province is looked
/// at.
public final class ResidentId {
    private static final int LENGTH = 18;
    private static final int SHOWN = 4;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int EARLIEST_YEAR = 1880;
    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private ResidentId() {}

    /// @param number in upper case, without blanks
    public static boolean isValid(String number) {
        if (number.length() != LENGTH) return false;
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') return false;
            sum += (c - '0') * WEIGHTS[i];
        }
        return number.charAt(LENGTH - 1) == CHECKS.charAt(sum % 11)
                && isProvince(Integer.parseInt(number, 0, 2, 10))
                && isDate(Integer.parseInt(number, 6, 14, 10));
    }

    /// A text in which nobody is named by a number: of each that it holds, wherever it stands, the
    /// middle is masked.
    public static String masked(String text) {
        StringBuilder masked = null;
        for (int at = 0; at + LENGTH <= text.length(); at++) {
            if (!isValid(text.substring(at, at + LENGTH).toUpperCase(Locale.ROOT))) continue;
            if (masked == null) masked = new StringBuilder(text);
            for (int i = at + SHOWN; i < at + LENGTH - SHOWN; i++) masked.setCharAt(i, '*');
        }
        return masked == null ? text : masked.toString();
    }

    /// The day of birth that a number states.
    ///
    /// @param number a valid one
    public static LocalDate birthDate(String number) {
        return LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static boolean isDate(int yearMonthDay) {
        int year = yearMonthDay / 10_000;
        int month = yearMonthDay / 100 % 100;
        int day = yearMonthDay % 100;
        if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1) return false;
        boolean isLeap = Year.isLeap(year);
        return day <= MONTH_DAYS[month - 1] && (month != 2 || day != 29 || isLeap);
    }

    /// The provinces, Taiwan, Hong Kong and Macao, and 83 for the residence permits of Taiwan.
    private static boolean isProvince(int code) {
        return switch (code) {
            case 11, 12, 13, 14, 15, 21, 22, 23 -> true;
            case 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46 -> true;
            case 50, 51, 52, 53, 54, 61, 62, 63, 64, 65 -> true;
            case 71, 81, 82, 83 -> true;
            default -> false;
        };
    }
}
