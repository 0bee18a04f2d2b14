package io.credithub.domain.programme;

import java.util.ArrayList;
import java.util.List;

/// A name taken apart at its brackets. Book-title and quotation marks are no brackets: they stand
/// around what belongs to the name, 《课程标准》培训. A bracket without its partner is none either.
///
/// @param outside what stands in no bracket
/// @param inside of each outermost pair, in their order
record BracketedName(String outside, List<String> inside) {
    private static final String OPENING = "([{【〔〖〘〚";
    private static final String CLOSING = ")]}】〕〗〙〛";

    BracketedName {
        inside = List.copyOf(inside);
    }

    static BracketedName of(String name) {
        StringBuilder outside = new StringBuilder(name.length());
        List<String> inside = new ArrayList<>(2);
        int from = 0;
        while (from < name.length()) {
            int end = isOpening(name.charAt(from)) ? end(name, from) : -1;
            if (end < 0) {
                outside.append(name.charAt(from++));
            } else {
                inside.add(name.substring(from + 1, end));
                // Words on both sides of a bracket are no one word.
                outside.append('-');
                from = end + 1;
            }
        }
        return new BracketedName(outside.toString(), inside);
    }

    private static boolean isOpening(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    /// Where the bracket that opens at `from` is closed; systems mix the kinds.
    private static int end(String name, int from) {
        int depth = 0;
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isOpening(c)) depth++;
            if (CLOSING.indexOf(c) >= 0 && --depth == 0) return i;
        }
        return -1;
    }
}
