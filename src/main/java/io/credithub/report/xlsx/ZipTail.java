package io.credithub.report.xlsx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.credithub.domain.Narrow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The last entries of an archive and its directory, as opczip writes them (APPNOTE.TXT 4.3): one
/// of the entries can be replaced, and the directory tells the new places.
final class ZipTail {
    private static final int HEADER = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int HEADER_BYTES = 30;
    private static final int DIRECTORY_BYTES = 46;
    private static final int END_BYTES = 22;

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final long before;

    /// @param before how many bytes the archive has before these
    ZipTail(byte[] bytes, long before) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.before = before;
    }

    byte[] read(String name) throws IOException {
        int line = line(name);
        Inflater inflater = new Inflater(true);
        try (InputStream packed =
                        new ByteArrayInputStream(bytes, content(line), packedLength(line));
                InputStream plain = new InflaterInputStream(packed, inflater)) {
            return plain.readAllBytes();
        } finally {
            inflater.end();
        }
    }

    /// These bytes with another content of that entry.
    byte[] with(String name, byte[] plain) throws IOException {
        int line = line(name);
        int content = content(line);
        int behind = content + packedLength(line);
        byte[] packed = packed(plain);
        long place = place(line);
        long moved = (long) packed.length - (behind - content);
        CRC32 crc = new CRC32();
        crc.update(plain);
        put(behind + 4, crc.getValue());
        put(behind + 8, packed.length);
        put(behind + 16, plain.length);
        put(line + 16, crc.getValue());
        put(line + 20, packed.length);
        put(line + 24, plain.length);
        for (int at = directory(); at < end(); at = next(at)) {
            if (place(at) > place) put(at + 42, place(at) + moved);
        }
        put(end() + 16, number(end() + 16) + moved);
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + packed.length);
        all.write(bytes, 0, content);
        all.writeBytes(packed);
        all.write(bytes, behind, bytes.length - behind);
        return all.toByteArray();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private int end() {
        int end = bytes.length - END_BYTES;
        expect(END, end);
        return end;
    }

    private int directory() {
        return Math.toIntExact(number(end() + 16) - before);
    }

    /// Of the directory.
    ///
    /// @throws IllegalStateException if there is none
    private int line(String name) {
        for (int at = directory(); at < end(); at = next(at)) {
            expect(DIRECTORY, at);
            int from = at + DIRECTORY_BYTES;
            if (new String(bytes, from, length(at + 28), US_ASCII).equals(name)) return at;
        }
        throw new IllegalStateException("no entry " + name);
    }

    private int next(int line) {
        return line + DIRECTORY_BYTES + length(line + 28) + length(line + 30) + length(line + 32);
    }

    /// In the whole archive.
    private long place(int line) {
        return number(line + 42);
    }

    private int packedLength(int line) {
        return Math.toIntExact(number(line + 20));
    }

    private int content(int line) {
        int header = Math.toIntExact(place(line) - before);
        expect(HEADER, header);
        return header + HEADER_BYTES + length(header + 26) + length(header + 28);
    }

    private void expect(int signature, int at) {
        if (at < 0 || buffer.getInt(at) != signature) {
            throw new IllegalStateException("another archive than expected at " + (before + at));
        }
    }

    private int length(int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    private long number(int at) {
        return Integer.toUnsignedLong(buffer.getInt(at));
    }

    /// The lowest 32 bits; what stands above them in a longer field is 0 already.
    private void put(int at, long number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = Narrow.lowest(number >>> (Byte.SIZE * i));
        }
    }
}
