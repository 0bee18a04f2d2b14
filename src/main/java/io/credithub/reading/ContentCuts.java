package io.credithub.reading;

import io.credithub.flow.reading.Reading.Cuts;
import io.credithub.flow.reading.Reading.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a content as it streams by, holding no more than one chunk.
///
/// A record that is longer than a record may be is counted where it begins; the rest of it follows
/// in slices of no records, because no byte may be missing.
final class ContentCuts implements Cuts {
    private static final int FIRST_BUFFER_BYTES = 1 << 16;

    private final String charset;
    private final InputStream in;
    private final RecordScanner scanner;
    private final int recordsMax;
    private final byte[] head;

    private byte[] buffer;
    private int chunkFrom;
    private int at;
    private int limit;
    private boolean isLast;
    private boolean inTail;
    private boolean isDone;
    private int chunk;
    private long position;

    /// How a content begins.
    ///
    /// @param head which the first chunk gives back
    record Start(String charset, byte[] head) {}

    /// @param in behind the head
    ContentCuts(Start start, InputStream in, RecordScanner scanner, int recordsMax) {
        if (recordsMax < 1) throw new IllegalArgumentException("a chunk of no records");
        this.charset = start.charset;
        this.head = start.head;
        this.in = in;
        this.scanner = scanner;
        this.recordsMax = recordsMax;
        this.buffer = Arrays.copyOf(head, Math.max(FIRST_BUFFER_BYTES, head.length * 2));
        this.at = head.length;
        this.limit = head.length;
    }

    @Override
    public String charset() {
        return charset;
    }

    @Override
    public byte[] head() {
        return head.clone();
    }

    @Override
    public @Nullable Slice next() throws IOException {
        int records = 0;
        while (!isDone && records < recordsMax && at - chunkFrom < Limits.CHUNK_BYTES_MAX) {
            if (inTail) {
                skipTail();
                if (!inTail) break;
            } else if (scanner.next(buffer, at, limit, isLast)) {
                if (scanner.isRecord) records++;
                goOn();
            } else if (isTooLong()) {
                at = limit;
                records++;
                inTail = true;
                break;
            } else {
                lookFurther();
            }
        }
        return at == chunkFrom && records == 0 && chunk > 0 ? null : slice(records);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void goOn() throws IOException {
        at = scanner.isRecord ? scanner.end : behindBlanks();
        if (scanner.isRecord || at < limit) return;
        isDone = isLast;
        if (!isLast) fill();
    }

    private void lookFurther() throws IOException {
        if (isLast) throw new IllegalStateException("a scanner that finds no end");
        at = behindBlanks();
        if (at == scanner.end) fill();
    }

    /// Blanks behind a record make it no longer, as far as a chunk can hold them.
    private boolean isTooLong() {
        int from = scanner.end;
        if (limit - from > Limits.CHUNK_BYTES_MAX) return true;
        int to = limit;
        while (to - from > Limits.RECORD_BYTES_MAX && RecordScanner.isBlank(buffer[to - 1])) to--;
        return to - from > Limits.RECORD_BYTES_MAX;
    }

    /// Blanks fill chunks as records do.
    private int behindBlanks() {
        return Math.min(scanner.end, chunkFrom + Limits.CHUNK_BYTES_MAX);
    }

    private void skipTail() throws IOException {
        int next = scanner.tail(buffer, at, limit);
        at = next < 0 ? limit : next;
        inTail = next < 0 && !isLast;
        if (inTail && at - chunkFrom < Limits.CHUNK_BYTES_MAX) fill();
    }

    private Slice slice(int records) {
        byte[] bytes = Arrays.copyOfRange(buffer, chunkFrom, at);
        Slice slice = new Slice(chunk, position, records, bytes);
        chunk++;
        position += records;
        chunkFrom = at;
        return slice;
    }

    private void fill() throws IOException {
        if (chunkFrom > 0 && limit + FIRST_BUFFER_BYTES > buffer.length) {
            System.arraycopy(buffer, chunkFrom, buffer, 0, limit - chunkFrom);
            at -= chunkFrom;
            limit -= chunkFrom;
            chunkFrom = 0;
        }
        if (limit == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            isLast = true;
        } else {
            limit += read;
        }
    }
}
