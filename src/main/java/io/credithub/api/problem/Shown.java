package io.credithub.api.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of what somebody sent, short enough to recognise it and too little to read a person
/// from: no more than two digits of a long number, no control characters.
public final class Shown {
    private static final int LENGTH_MAX = 40;
    private static final String MORE = "…";
    private static final Pattern LONG_NUMBER = Pattern.compile("([0-9]{2})([0-9Xx]{6,})");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    private Shown() {}

    public static @Nullable String piece(@Nullable Object given) {
        if (given == null) return null;
        String text = String.valueOf(given);
        String masked =
                LONG_NUMBER
                        .matcher(text)
                        .replaceAll(found -> found.group(1) + "*".repeat(found.group(2).length()));
        String printable = UNPRINTABLE.matcher(masked).replaceAll("�");
        if (printable.codePointCount(0, printable.length()) <= LENGTH_MAX) return printable;
        return printable.substring(0, printable.offsetByCodePoints(0, LENGTH_MAX)) + MORE;
    }
}
