package io.credithub.flow.reading;

import java.util.regex.Pattern;

/// Where a text stops being JSON, as its sender can find it: a short piece around the place, in
/// which nobody can be read, and how far on it is, in words.
final class BrokenPlace {
    private static final int BEFORE = 12;
    private static final int AFTER = 4;
    private static final Pattern TELLING = Pattern.compile("\\p{Nd}|[\\p{L}&&[^A-Za-z]]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    private BrokenPlace() {}

    /// @param at how many characters could be read
    static String of(String text, int at) {
        int end = Math.clamp(at, 0, text.length());
        String before = text.substring(Math.max(0, end - BEFORE), end);
        String after = text.substring(end, Math.min(text.length(), end + AFTER));
        String piece = TELLING.matcher(before + after).replaceAll("*");
        String shown = UNPRINTABLE.matcher(piece).replaceAll(" ").strip();
        return "%s · 第 %d 个字符处 at character %d".formatted(shown, end, end);
    }
}
