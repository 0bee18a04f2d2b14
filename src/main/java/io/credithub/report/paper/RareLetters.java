package io.credithub.report.paper;

import java.util.function.IntPredicate;

/// Letters that a font lacks, as names of people and places have them.
final class RareLetters {
    private RareLetters() {}

    /// Each once.
    ///
    /// @param isDrawn whether there is a font that has a letter
    static String of(String page, IntPredicate isDrawn) {
        StringBuilder letters = new StringBuilder();
        page.codePoints()
                .filter(letter -> isSeen(letter) && !isDrawn.test(letter))
                .distinct()
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /// What no font has is told by its number in Unicode, `[U+4DAE]`: a name loses no letter, and
    /// none becomes another.
    static String spelled(String page, IntPredicate isDrawn) {
        StringBuilder spelled = new StringBuilder(page.length());
        page.codePoints()
                .forEach(letter -> {
                    if (letter < ' ' || Character.isSpaceChar(letter) || isDrawn.test(letter)) {
                        spelled.appendCodePoint(letter);
                    } else if (isSeen(letter)) {
                        spelled.append("[U+%04X]".formatted(letter));
                    }
                });
        return spelled.toString();
    }

    /// Marks choose between forms of the letter before them, which is there without them.
    private static boolean isSeen(int letter) {
        int type = Character.getType(letter);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.NON_SPACING_MARK
                && !Character.isSpaceChar(letter);
    }
}
