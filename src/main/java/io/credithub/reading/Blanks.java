package io.credithub.reading;

/// Blanks of any kind: no-break spaces and those of ideographic width are as invisible in a cell as
/// the one of the keyboard.
final class Blanks {
    private Blanks() {}

    /// Without blanks at both ends.
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) from++;
        while (to > from && isBlank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
