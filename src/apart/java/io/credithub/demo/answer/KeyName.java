package io.credithub.demo.answer;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When two names are one, and when they are alike: read a second time, as plainly as it can be.
final class KeyName {
    private static final String NUMERALS = "[0-9一二三四五六七八九十]+";

    private KeyName() {}

    /// One width, one case, single blanks.
    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Without 第N期, the year, what stands in brackets, punctuation and the organiser's prefix.
    static String core(String name, @Nullable String organiser) {
        String bare =
                normal(name)
                        .replaceAll("\\([^)]*\\)", "")
                        .replaceAll("第" + NUMERALS + "期", "")
                        .replaceAll("(19|20)[0-9]{2}年?", "")
                        .replaceAll("[^\\p{L}\\p{N}]", "");
        String prefix = organiser == null ? "" : normal(organiser);
        return bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare;
    }

    /// What stands in brackets and is neither session nor year; empty if nothing does.
    static String inBrackets(String name) {
        StringBuilder inside = new StringBuilder();
        String rest = normal(name);
        for (int open = rest.indexOf('('); open >= 0; open = rest.indexOf('(')) {
            int close = rest.indexOf(')', open);
            if (close < 0) break;
            inside.append(core(rest.substring(open + 1, close), null));
            rest = rest.substring(close + 1);
        }
        return inside.toString();
    }

    static boolean alike(KeyRecord one, KeyRecord other) {
        String first = one.details().name();
        String second = other.details().name();
        String inFirst = inBrackets(first);
        String inSecond = inBrackets(second);
        boolean bracketsAgree = inFirst.isEmpty() || inSecond.isEmpty() || inFirst.equals(inSecond);
        return bracketsAgree
                && core(first, one.told().organiser())
                        .equals(core(second, other.told().organiser()));
    }
}
