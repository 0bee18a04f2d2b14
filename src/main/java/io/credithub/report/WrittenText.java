package io.credithub.report;

import io.credithub.domain.StorableText;

/// Text as every format can carry it. What XML has no way to say (control characters but tab and
/// ends of lines, half of a surrogate pair, what is no character) is written out, as `\u0007`, in
/// CSV and JSON alike: so a name is the same in each, and whoever reads it sees what was there.
public final class WrittenText {
    private WrittenText() {}

    /// @return the same text if there is nothing to write out
    public static String of(String text) {
        String whole = StorableText.of(text);
        int first = 0;
        while (first < whole.length() && isCarried(whole.charAt(first))) first++;
        if (first == whole.length()) return whole;
        StringBuilder written = new StringBuilder(whole.length() + 16).append(whole, 0, first);
        for (int at = first; at < whole.length(); at++) {
            char c = whole.charAt(at);
            if (isCarried(c)) written.append(c);
            else written.append("\\u%04x".formatted((int) c));
        }
        return written.toString();
    }

    private static boolean isCarried(char c) {
        return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
    }
}
