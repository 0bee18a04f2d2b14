package io.credithub.domain;

/// Text from outside as it can be kept and shown. Two things no database keeps as text and no UTF-8
/// carries: the character NUL, and half of a surrogate pair. They are written out, as `\u0000`, so
/// that whoever reads it sees that they were there.
public final class StorableText {
    private StorableText() {}

    /// @return the same text if there is nothing to write out
    public static String of(String text) {
        int first = firstUnstorable(text);
        return first < 0 ? text : written(text, first);
    }

    public static boolean isStorable(String text) {
        return firstUnstorable(text) < 0;
    }

    /// @return -1 if there is none
    private static int firstUnstorable(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == 0) return at;
            if (!Character.isSurrogate(c)) at++;
            else if (isPair(text, at)) at += 2;
            else return at;
        }
        return -1;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static String written(String text, int first) {
        StringBuilder written = new StringBuilder(text.length() + 16).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isPair(text, at)) {
                written.append(c).append(text.charAt(at + 1));
                at++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                written.append("\\u%04x".formatted((int) c));
            } else {
                written.append(c);
            }
            at++;
        }
        return written.toString();
    }
}
