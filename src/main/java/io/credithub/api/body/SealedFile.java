package io.credithub.api.body;

import io.credithub.domain.Narrow;
import io.credithub.flow.teacher.Sealing;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file that only the process that writes it can read: sealed piece by piece with a key that is
/// kept nowhere. What is left of it after a crash says nothing.
///
/// A piece is its length and its sealed bytes, which are bound to the file and to their place in
/// it; the last one says that it is the last.
final class SealedFile {
    private static final int PIECE_BYTES = 1 << 16;

    private final Path path;
    private final Sealing sealing;
    private final SpoolDisk disk;

    SealedFile(Path path, Sealing sealing) {
        this(path, sealing, Files::newOutputStream);
    }

    SealedFile(Path path, Sealing sealing, SpoolDisk disk) {
        this.path = path;
        this.sealing = sealing;
        this.disk = disk;
    }

    private String place(long piece, boolean isLast) {
        return "spool/" + path.getFileName() + "/" + piece + (isLast ? "/last" : "");
    }

    /// To be closed: without its last piece the file cannot be read.
    OutputStream write() throws IOException {
        return new SealedWriting(new DataOutputStream(disk.write(path)));
    }

    /// @return fails with [IllegalStateException] where the file was changed or cut off
    InputStream read() throws IOException {
        return new SealedReading(new BufferedInputStream(Files.newInputStream(path), PIECE_BYTES));
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private final class SealedWriting extends OutputStream {
        private final DataOutputStream out;
        private final byte[] piece = new byte[PIECE_BYTES];
        private int filled;
        private long pieces;
        private boolean isClosed;

        SealedWriting(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {Narrow.lowest(one)}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            while (at < from + length) {
                if (filled == PIECE_BYTES) seal(false);
                int taken = Math.min(PIECE_BYTES - filled, from + length - at);
                System.arraycopy(bytes, at, piece, filled, taken);
                filled += taken;
                at += taken;
            }
        }

        private void seal(boolean isLast) throws IOException {
            byte[] sealed = sealing.seal(place(pieces++, isLast), Arrays.copyOf(piece, filled));
            out.writeInt(sealed.length);
            out.write(sealed);
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (isClosed) return;
            isClosed = true;
            try (out) {
                seal(true);
            }
        }
    }

    private final class SealedReading extends InputStream {
        private final BufferedInputStream buffered;
        private final DataInputStream in;
        private byte[] piece = new byte[0];
        private int at;
        private long pieces;
        private boolean isLast;

        SealedReading(BufferedInputStream buffered) {
            this.buffered = buffered;
            this.in = new DataInputStream(buffered);
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) return 0;
            if (!fill()) return -1;
            int taken = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, from, taken);
            at += taken;
            return taken;
        }

        private boolean fill() throws IOException {
            while (at == piece.length) {
                if (isLast) return false;
                byte[] sealed = piece();
                isLast = isAtEnd();
                piece = sealing.open(place(pieces++, isLast), sealed);
                at = 0;
            }
            return true;
        }

        /// Its end where there should be more is the disk's doing, and not that of whoever sent
        /// what was written: it must not look like the end of a packed body.
        private byte[] piece() throws IOException {
            try {
                return in.readNBytes(in.readInt());
            } catch (EOFException cutOff) {
                throw new IOException("a file of the spool is cut off", cutOff);
            }
        }

        private boolean isAtEnd() throws IOException {
            buffered.mark(1);
            boolean isEnd = buffered.read() < 0;
            buffered.reset();
            return isEnd;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
