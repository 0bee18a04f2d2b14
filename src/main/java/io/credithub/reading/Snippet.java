package io.credithub.reading;

/// A piece of a source's text that may be shown: long runs of digits, which may be an ID number or
/// a telephone, keep their first four characters only.
final class Snippet {
    private static final int LENGTH_MAX = 40;
    private static final int DIGITS_SHOWN = 4;
    private static final int RUN_MIN = 7;

    private Snippet() {}

    static String of(String text) {
        String cut = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
        StringBuilder shown = new StringBuilder(cut.length());
        int at = 0;
        while (at < cut.length()) {
            int run = at;
            while (run < cut.length() && isDigit(cut.charAt(run))) run++;
            if (run - at >= RUN_MIN) {
                shown.append(cut, at, at + DIGITS_SHOWN).repeat("*", run - at - DIGITS_SHOWN);
            } else {
                shown.append(cut, at, run);
            }
            if (run < cut.length()) shown.append(cut.charAt(run++));
            at = run;
        }
        return shown.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
