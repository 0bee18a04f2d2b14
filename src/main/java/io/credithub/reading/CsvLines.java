package io.credithub.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a table as it streams by, one at a time: no value goes over a line end, so a stray
/// quote costs its own line, and no more than one line is held.
final class CsvLines implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final CsvRow row;
    private final CsvScanner scanner = CsvScanner.ofSingleLines();
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private boolean isLast;
    private boolean isLong;

    /// @param in behind the byte order mark
    CsvLines(InputStream in, CsvRow row) {
        this.in = in;
        this.row = row;
    }

    /// @return null after the last; the same row, filled anew, for every line
    @Nullable CsvRow next() throws IOException {
        isLong = false;
        while (!scanner.next(buffer, at, limit, isLast) || !scanner.isRecord) {
            at = scanner.end;
            if (isLast && at == limit) return null;
            if (limit - at > Limits.RECORD_BYTES_MAX) return tooLong();
            fill();
        }
        row.read(buffer, scanner.bodyFrom, scanner.bodyTo);
        at = scanner.end;
        return row;
    }

    /// Whether the line was longer than a line may be; nothing of it was read.
    boolean isLong() {
        return isLong;
    }

    private CsvRow tooLong() throws IOException {
        int next = scanner.tail(buffer, at, limit);
        while (next < 0 && !isLast) {
            at = limit;
            fill();
            next = scanner.tail(buffer, at, limit);
        }
        at = next < 0 ? limit : next;
        isLong = true;
        return row;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        if (limit == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) isLast = true;
        else limit += read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
