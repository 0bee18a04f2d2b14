package io.credithub.demo.model;

import java.util.Locale;

/// The same name, as another system would write it: other widths, other case, other blanks. The
/// normal form (NFKC, one case, blanks collapsed) is the same.
final class Spelling {
    private Spelling() {}

    static String other(String name, SeededRandom dice) {
        return switch (dice.below(4)) {
            case 0 -> name.replace('(', '(').replace(')', ')').replace(':', ':');
            case 1 -> name.toUpperCase(Locale.ROOT);
            case 2 -> name.replace(" ", "  ").toLowerCase(Locale.ROOT);
            default -> name.replace(' ', '\u3000');
        };
    }
}
