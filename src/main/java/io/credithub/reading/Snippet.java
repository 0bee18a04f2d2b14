package io.credithub.reading;

/// A piece of a source's text that may be shown. What stands in a cell may be anybody's name or
/// number, whatever the column is called and whatever the text looks like: a piece of its beginning
/// is enough to find it again.
final class Snippet {
    private static final int SHOWN_MAX = 4;
    private static final int STARS_MAX = 4;

    private Snippet() {}

    /// Up to four characters, never more than half of them, and stars for the rest.
    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        int shown = Math.min(SHOWN_MAX, length / 2);
        int to = text.offsetByCodePoints(0, shown);
        return text.substring(0, to) + "*".repeat(Math.min(length - shown, STARS_MAX));
    }
}
