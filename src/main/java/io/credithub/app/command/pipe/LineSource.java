package io.credithub.app.command.pipe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of a stream of UTF-8, one at a time and never more of one than a bound: a line without
/// end must not fill the memory.
final class LineSource {
    static final int LINE_BYTES_MAX = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private boolean first = true;

    LineSource(InputStream in) {
        this.in = in;
    }

    /// One line, without its end.
    sealed interface InputLine {
        record InputText(String text) implements InputLine {}

        record LineTooLong() implements InputLine {}

        record NotUtf8() implements InputLine {}
    }

    /// Whether the next line has to be waited for.
    boolean isDrained() {
        return next >= end;
    }

    /// @return null after the last line; what follows the last line end is a line unless it is
    ///   empty
    @Nullable InputLine next() throws IOException {
        ByteArrayOutputStream carried = null;
        long length = 0;
        while (true) {
            if (next >= end && !fill()) {
                return length == 0 ? null : line(carried, length);
            }
            int stop = next;
            while (stop < end && buffer[stop] != '\n') stop++;
            length += stop - next;
            boolean whole = stop < end;
            if (carried == null) carried = new ByteArrayOutputStream(stop - next);
            if (length <= LINE_BYTES_MAX) carried.write(buffer, next, stop - next);
            next = whole ? stop + 1 : stop;
            if (whole) return line(carried, length);
        }
    }

    private boolean fill() throws IOException {
        end = Math.max(0, in.read(buffer));
        next = 0;
        return end > 0;
    }

    private InputLine line(@Nullable ByteArrayOutputStream carried, long length) {
        if (length > LINE_BYTES_MAX) return new InputLine.LineTooLong();
        byte[] bytes = carried == null ? new byte[0] : carried.toByteArray();
        int from = first && startsWithMark(bytes) ? MARK.length : 0;
        first = false;
        int to = bytes.length;
        if (to > from && bytes[to - 1] == '\r') to--;
        try {
            ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
            return new InputLine.InputText(
                    StandardCharsets.UTF_8.newDecoder().decode(line).toString());
        } catch (CharacterCodingException _) {
            return new InputLine.NotUtf8();
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length
                && bytes[0] == MARK[0]
                && bytes[1] == MARK[1]
                && bytes[2] == MARK[2];
    }
}
