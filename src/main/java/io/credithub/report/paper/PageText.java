package io.credithub.report.paper;

/// Texts and the room that they have.
final class PageText {
    private static final String CUT = "…";

    private PageText() {}

    /// @param widthMax in letters of half a Chinese character's width
    static String cut(String text, int widthMax) {
        StringBuilder kept = new StringBuilder();
        int width = 0;
        for (int character : text.codePoints().toArray()) {
            width += width(character);
            if (width > widthMax) return kept + CUT;
            kept.appendCodePoint(character);
        }
        return kept.toString();
    }

    private static int width(int character) {
        return character < 0x2E80 ? 1 : 2;
    }
}
