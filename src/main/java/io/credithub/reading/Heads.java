package io.credithub.reading;

import io.credithub.domain.Narrow;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The head of a content: its byte order mark with the CSV header, or with the bracket that opens a
/// JSON array.
final class Heads {
    private static final int FIRST_BYTES = 1 << 13;

    private Heads() {}

    /// @return null where the head is longer than a record may be; empty where there is none
    static byte @Nullable [] find(Syntax syntax, CharsetChoice choice, Content content)
            throws IOException {
        int wanted = FIRST_BYTES;
        while (true) {
            byte[] start;
            try (InputStream in = content.open()) {
                start = in.readNBytes(wanted);
            }
            boolean isAll = start.length < wanted;
            int end = end(syntax, start, choice.markBytes(), isAll);
            if (end >= 0) return Arrays.copyOf(start, end);
            if (wanted > Limits.RECORD_BYTES_MAX) return behindBlanks(syntax, choice, content);
            wanted *= 2;
        }
    }

    /// A head is kept with its delivery, so no bracket or header is looked for behind so many
    /// blanks. Lines need none, and where nothing but blanks is, nothing is missing.
    private static byte @Nullable [] behindBlanks(
            Syntax syntax, CharsetChoice choice, Content content) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open())) {
            byte[] mark = in.readNBytes(choice.markBytes());
            int b = in.read();
            while (b >= 0 && RecordScanner.isBlank(Narrow.toOctet(b))) b = in.read();
            boolean isLine = syntax == Syntax.JSON && b != '[';
            return b < 0 || isLine ? mark : null;
        }
    }

    private static int end(Syntax syntax, byte[] start, int markBytes, boolean isAll) {
        return syntax == Syntax.CSV
                ? header(start, markBytes, isAll)
                : bracket(start, markBytes, isAll);
    }

    private static int header(byte[] start, int markBytes, boolean isAll) {
        CsvScanner scanner = CsvScanner.ofHeader();
        boolean isFound = scanner.next(start, markBytes, start.length, isAll);
        return isFound && (scanner.isRecord || isAll) ? scanner.end : -1;
    }

    private static int bracket(byte[] start, int markBytes, boolean isAll) {
        int at = markBytes;
        while (at < start.length && RecordScanner.isBlank(start[at])) at++;
        if (at == start.length) return isAll ? markBytes : -1;
        return start[at] == '[' ? at + 1 : markBytes;
    }

    /// Whether an array begins behind more blanks than a head may have.
    static boolean isMissing(byte[] head, byte[] start) {
        boolean isThere = head.length > 0 && head[head.length - 1] == '[';
        if (isThere || start.length <= Limits.RECORD_BYTES_MAX) return false;
        int end = bracket(start, head.length, true);
        return end > Limits.RECORD_BYTES_MAX && start[end - 1] == '[';
    }

    /// Whether there is nothing behind the byte order mark but blanks.
    static boolean isBlank(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++)
            if (!RecordScanner.isBlank(bytes[at])) return false;
        return true;
    }
}
