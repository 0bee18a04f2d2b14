package io.credithub.domain.programme;

import java.util.List;
import java.util.regex.Pattern;

/// Letters and digits of a name: punctuation, dashes, marks and symbols of all kinds fall away.
final class BareName {
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private BareName() {}

    /// @return empty if there is no letter or digit
    static String of(String name) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(name).replaceAll("");
    }

    /// What stands between punctuation; none is empty.
    static List<String> pieces(String text) {
        return NEITHER_LETTER_NOR_DIGIT.splitAsStream(text).filter(p -> !p.isEmpty()).toList();
    }
}
