package io.credithub.source.pull;

import io.credithub.flow.result.Unavailable;
import io.credithub.source.poll.PollFault;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Takes the body of an answer in, and never more of it than allowed: not of what comes over the
/// wire, and not of what it unpacks to.
///
/// @param what the answer is, and the key of its bound
record BoundedBody(String what, long bytesMax) {
    private static final int BUFFER_BYTES = 1 << 16;

    /// @param encoding the `Content-Encoding`
    /// @throws Unavailable if it is longer, or packed in a way that was not asked for
    byte[] take(InputStream wire, @Nullable String encoding) throws IOException {
        InputStream packed = new CountedBody(wire);
        String token = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (token) {
                case "", "identity" -> read(packed);
                case "gzip", "x-gzip" -> read(new GZIPInputStream(packed, BUFFER_BYTES));
                default ->
                        throw new Unavailable(
                                PollFault.BAD_ENCODING.of("an encoding that was not asked for"));
            };
        } catch (ZipException | EOFException broken) {
            throw new Unavailable("an answer that breaks off", broken);
        }
    }

    /// In pieces, so that at no time more than twice the body is held.
    private byte[] read(InputStream in) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        int length = 0;
        while (true) {
            byte[] piece = in.readNBytes(BUFFER_BYTES);
            if (piece.length == 0) break;
            length = Math.addExact(length, piece.length);
            require(length);
            pieces.add(piece);
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }

    private void require(long bytes) {
        if (bytes > bytesMax) throw new Unavailable(PollFault.TOO_LARGE.of(what));
    }

    private final class CountedBody extends FilterInputStream {
        private long taken;

        CountedBody(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) require(++taken);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            taken += Math.max(read, 0);
            require(taken);
            return read;
        }
    }
}
