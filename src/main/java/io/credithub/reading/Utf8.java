package io.credithub.reading;

/// Tells strict UTF-8 from anything else, over bytes that come in pieces: no overlong forms, no
/// surrogates, nothing above U+10FFFF.
final class Utf8 {
    private int continuationsLeft;
    private int nextMin = 0x80;
    private int nextMax = 0xBF;
    private int beyondAscii;

    /// How many characters beyond ASCII were complete so far.
    int beyondAscii() {
        return beyondAscii;
    }

    /// Whether the bytes so far end with a complete character.
    boolean isComplete() {
        return continuationsLeft == 0;
    }

    /// @return false at the first byte that cannot be
    boolean accepts(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) {
            int b = bytes[at];
            if (b >= 0 && continuationsLeft == 0) continue;
            if (!accepts(b & 0xFF)) return false;
        }
        return true;
    }

    /// Whether a whole text is strict UTF-8.
    static boolean isValid(byte[] bytes, int from, int limit) {
        Utf8 check = new Utf8();
        return check.accepts(bytes, from, limit) && check.isComplete();
    }

    private boolean accepts(int b) {
        if (continuationsLeft == 0) return begins(b);
        if (b < nextMin || b > nextMax) return false;
        nextMin = 0x80;
        nextMax = 0xBF;
        if (--continuationsLeft == 0) beyondAscii++;
        return true;
    }

    private boolean begins(int b) {
        if (b < 0xC2 || b > 0xF4) return false;
        continuationsLeft = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        nextMin = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        nextMax = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        return true;
    }
}
