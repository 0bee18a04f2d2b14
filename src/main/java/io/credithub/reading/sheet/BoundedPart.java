package io.credithub.reading.sheet;

import io.credithub.domain.completion.FindingCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// One part of a workbook as it is unpacked: no longer than it may be, and of a shape that no
/// parser is hurt by. Spreadsheets write neither declarations, comments nor character sections, and
/// no text without a tag that would fill the memory.
final class BoundedPart extends FilterInputStream {
    private static final int PROLOGUE_BYTES = 512;
    private static final int TOKEN_BYTES_MAX = 1 << 20;
    private static final long SOON_BYTES = 8L << 20;
    private static final int RATIO_MAX = 200;

    private final long bytesMax;
    private final long packed;
    private long bytes;
    private long tagAt;
    private int before;

    /// @param packed how many bytes it is unpacked from
    BoundedPart(InputStream in, long bytesMax, long packed) {
        super(in);
        this.bytesMax = bytesMax;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int at = offset; at < offset + read; at++) look(buffer[at]);
        boolean isBlown = bytes > SOON_BYTES && bytes > RATIO_MAX * packed;
        if (isBlown || bytes > bytesMax) {
            throw new UnreadableWorkbook(FindingCode.TOO_LONG, packed + " B: " + bytes + " B");
        }
        return read;
    }

    private void look(byte next) throws UnreadableWorkbook {
        boolean isDeclared = before == '<' && (next == '!' || next == '?');
        boolean isPrologue = next == '?' && bytes < PROLOGUE_BYTES;
        if (next == 0 || (isDeclared && !isPrologue)) {
            throw new UnreadableWorkbook(FindingCode.NO_TABLE, null);
        }
        if (next == '<') tagAt = bytes;
        bytes++;
        before = next;
        if (bytes - tagAt > TOKEN_BYTES_MAX) {
            throw new UnreadableWorkbook(FindingCode.TOO_LONG, "> " + TOKEN_BYTES_MAX + " B");
        }
    }
}
