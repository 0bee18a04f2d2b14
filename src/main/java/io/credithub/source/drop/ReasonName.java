package io.credithub.source.drop;

import java.nio.charset.StandardCharsets;

/// The file beside a refused delivery that says why.
final class ReasonName {
    private static final String SUFFIX = ".reason.txt";
    private static final int NAME_BYTES_MAX = 255;

    private ReasonName() {}

    /// @param name of the data; where the suffix does not fit behind it, only its beginning is used
    static String of(String name) {
        String begin = name;
        while (bytes(begin + SUFFIX) > NAME_BYTES_MAX) {
            begin = begin.substring(0, begin.offsetByCodePoints(begin.length(), -1));
        }
        return begin + SUFFIX;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
