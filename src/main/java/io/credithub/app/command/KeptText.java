package io.credithub.app.command;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A text file as somebody's editor kept it: UTF-8, or UTF-16 as Windows' Notepad calls *Unicode*,
/// with a byte order mark or without.
final class KeptText {
    private static final char MARK = '\uFEFF';

    private KeptText() {}

    static String of(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) return StandardCharsets.UTF_8;
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFE && second == 0xFF) return StandardCharsets.UTF_16BE;
        if (first == 0xFF && second == 0xFE) return StandardCharsets.UTF_16LE;
        int even = 0;
        int odd = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != 0) continue;
            if (at % 2 == 0) even++;
            else odd++;
        }
        // the code is ASCII: of its bytes in UTF-16 every other one is zero
        int most = bytes.length / 8;
        if (odd > most) return StandardCharsets.UTF_16LE;
        return even > most ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
