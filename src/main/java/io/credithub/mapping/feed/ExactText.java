package io.credithub.mapping.feed;

import java.math.BigDecimal;

/// Numbers out of text, in ASCII digits only: `Integer.parseInt` would take full-width ones.
final class ExactText {
    private static final int LENGTH_MAX = 30;

    private ExactText() {}

    /// @throws NumberFormatException for anything but digits with at most one point
    static BigDecimal decimal(String text) {
        check(text, true);
        return new BigDecimal(text);
    }

    /// @throws NumberFormatException for anything but digits
    static long integer(String text) {
        check(text, false);
        return Long.parseLong(text);
    }

    private static void check(String text, boolean allowPoint) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) throw new NumberFormatException(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == '-' && i == 0 && text.length() > 1;
            boolean known = (c >= '0' && c <= '9') || (allowPoint && c == '.') || sign;
            if (!known) throw new NumberFormatException(text);
        }
    }
}
