package io.credithub.domain.division;

import java.util.regex.Pattern;

/// How large a division is. Its code says so.
public enum DivisionLevel {
    /// `140000`.
    PROVINCE(2),
    /// `140100`.
    CITY(4),
    /// `140105`: a county, a district, a city of a county's rank, and a development zone with a
    /// code of its own.
    COUNTY(6);

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");
    private static final int DIGITS = 6;

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /// Its number in the registry.
    public int code() {
        return digits / 2;
    }

    /// @throws IllegalArgumentException if no level has the number
    public static DivisionLevel numbered(int code) {
        for (DivisionLevel level : values()) if (level.code() == code) return level;
        throw new IllegalArgumentException("no level of divisions: " + code);
    }

    /// Whether it is written as a code of a division.
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /// @throws IllegalArgumentException if it is not six digits
    public static DivisionLevel of(String code) {
        if (!isCode(code)) throw new IllegalArgumentException("a division has six digits");
        if (code.endsWith("0000")) return PROVINCE;
        return code.endsWith("00") ? CITY : COUNTY;
    }

    /// What the codes of all that belong to a division of this level begin with.
    public String prefix(String code) {
        return code.substring(0, digits);
    }

    /// The division of this level that a code belongs to by its digits.
    public String over(String code) {
        return prefix(code) + "0".repeat(DIGITS - digits);
    }
}
