package io.credithub.flow.access;

import java.util.regex.Pattern;

/// The division (行政区划) that somebody answers for: a county, or a city or province with all that
/// belongs to it.
///
/// @param divisionCode six digits: `140105` a county, `140100` a city, `140000` a province,
///   `100000` the country
public record Jurisdiction(String divisionCode) {
    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

    /// The whole country.
    public static final Jurisdiction NATION = new Jurisdiction("100000");

    /// @throws IllegalArgumentException if it is not six digits
    public Jurisdiction {
        if (!CODE.matcher(divisionCode).matches()) {
            throw new IllegalArgumentException("a division has six digits");
        }
    }

    /// What the codes of all divisions that belong to it begin with.
    public String prefix() {
        if (equals(NATION)) return "";
        if (divisionCode.endsWith("0000")) return divisionCode.substring(0, 2);
        if (divisionCode.endsWith("00")) return divisionCode.substring(0, 4);
        return divisionCode;
    }

    public boolean covers(String division) {
        return division.startsWith(prefix());
    }

    /// Whether all of it lies in a view.
    public boolean isWithin(Jurisdiction view) {
        return prefix().startsWith(view.prefix());
    }
}
