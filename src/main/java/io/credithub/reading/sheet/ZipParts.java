package io.credithub.reading.sheet;

import io.credithub.domain.completion.FindingCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The parts of a ZIP, by its directory at the end: what stands before a part need not say how long
/// it is, and many programs that write as they go do not say it rightly. Nothing is unpacked but
/// what is asked for.
final class ZipParts {
    private static final int ENTRIES_MAX = 4_096;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_MAX = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int HEADER = 0x04034b50;
    private static final int HEADER_BYTES = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int FIELD_64 = 1;
    private static final int UNTOLD_SHORT = 0xFFFF;
    private static final long UNTOLD = 0xFFFFFFFFL;

    private final byte[] file;
    private final Map<String, ZipPart> parts = new HashMap<>();

    private ZipParts(byte[] file) {
        this.file = file;
    }

    /// Where a part is.
    ///
    /// @param packed how many bytes it takes
    /// @param header where its own header is
    private record ZipPart(int method, long packed, long header) {}

    /// What is done with a part.
    interface PartTaker {
        void take(InputStream in) throws IOException;
    }

    static ZipParts of(byte[] file) throws UnreadableWorkbook {
        ZipParts zip = new ZipParts(file);
        zip.directory();
        return zip;
    }

    private void directory() throws UnreadableWorkbook {
        int end = end();
        long entries = u2(end + 10);
        long at = u4(end + 16);
        if ((entries == UNTOLD_SHORT || at == UNTOLD) && isAt(end - LOCATOR_BYTES, LOCATOR)) {
            long end64 = u8(end - LOCATOR_BYTES + 8);
            if (!isAt(end64, END_64)) throw broken();
            entries = u8(end64 + 32);
            at = u8(end64 + 48);
        }
        if (entries > ENTRIES_MAX) {
            throw new UnreadableWorkbook(FindingCode.TOO_LONG, "> " + ENTRIES_MAX);
        }
        for (long entry = 0; entry < entries; entry++) at = entry(at);
    }

    private int end() throws UnreadableWorkbook {
        int least = Math.max(0, file.length - END_BYTES - COMMENT_MAX);
        for (int at = file.length - END_BYTES; at >= least; at--) if (isAt(at, END)) return at;
        throw broken();
    }

    /// @return where the next one is
    private long entry(long at) throws UnreadableWorkbook {
        if (!isAt(at, ENTRY)) throw broken();
        boolean isEncrypted = (u2(at + 8) & 1) != 0;
        long size = u4(at + 24);
        long packed = u4(at + 20);
        long header = u4(at + 42);
        long name = at + ENTRY_BYTES;
        long extra = name + u2(at + 28);
        long behind = extra + u2(at + 30);
        for (long field = extra; field + 4 <= behind; field += 4 + u2(field + 2)) {
            if (u2(field) != FIELD_64) continue;
            long value = field + 4 + (size == UNTOLD ? 8 : 0);
            if (packed == UNTOLD) {
                packed = u8(value);
                value += 8;
            }
            if (header == UNTOLD) header = u8(value);
            break;
        }
        if (!isEncrypted) {
            parts.putIfAbsent(text(name, extra), new ZipPart(u2(at + 10), packed, header));
        }
        return behind + u2(at + 32);
    }

    private String text(long from, long to) throws UnreadableWorkbook {
        inside(from, to - from);
        return new String(
                file, Math.toIntExact(from), Math.toIntExact(to - from), StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /// Unpacks a part.
    ///
    /// @param bytesMax unpacked
    /// @throws UnreadableWorkbook if there is no such part, or more in it
    void take(String name, long bytesMax, PartTaker taker) throws IOException {
        ZipPart part = parts.get(name);
        if (part == null) throw new UnreadableWorkbook(FindingCode.NO_TABLE, name);
        if (!isAt(part.header, HEADER)) throw broken();
        long at = part.header + HEADER_BYTES + u2(part.header + 26) + u2(part.header + 28);
        inside(at, part.packed);
        int first = Math.toIntExact(at);
        if (part.method == STORED) {
            InputStream plain = new ByteArrayInputStream(file, first, Math.toIntExact(part.packed));
            taker.take(new BoundedPart(plain, bytesMax, part.packed));
            return;
        }
        if (part.method != DEFLATED) throw broken();
        // The inflater may look at a byte behind the last.
        int length = Math.toIntExact(Math.min(part.packed + 1, file.length - at));
        Inflater inflater = new Inflater(true);
        try {
            InputStream packed = new ByteArrayInputStream(file, first, length);
            InputStream plain = new InflaterInputStream(packed, inflater);
            taker.take(new BoundedPart(plain, bytesMax, part.packed));
        } finally {
            inflater.end();
        }
    }

    private static UnreadableWorkbook broken() {
        return new UnreadableWorkbook(FindingCode.NO_TABLE, null);
    }

    private void inside(long at, long length) throws UnreadableWorkbook {
        if (at < 0 || length < 0 || length > file.length || at > file.length - length) {
            throw broken();
        }
    }

    private boolean isAt(long at, int mark) throws UnreadableWorkbook {
        return at >= 0 && at <= file.length - 4L && u4(at) == mark;
    }

    private int u2(long at) throws UnreadableWorkbook {
        return Math.toIntExact(number(at, 2));
    }

    private long u4(long at) throws UnreadableWorkbook {
        return number(at, 4);
    }

    /// Below 0 where it would be more than fits: then it lies outside of any file.
    private long u8(long at) throws UnreadableWorkbook {
        return number(at, 8);
    }

    private long number(long at, int bytes) throws UnreadableWorkbook {
        inside(at, bytes);
        int first = Math.toIntExact(at);
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) number = (number << 8) | (file[first + i] & 0xFF);
        return number;
    }
}
