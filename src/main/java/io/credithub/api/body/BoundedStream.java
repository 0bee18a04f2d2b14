package io.credithub.api.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Gives as much as is allowed and fails on the next byte.
final class BoundedStream extends FilterInputStream {
    private long left;

    BoundedStream(InputStream in, long bytesMax) {
        super(in);
        this.left = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) count(1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) count(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws BodyTooLong {
        left -= read;
        if (left < 0) throw new BodyTooLong();
    }

    /// There was more than allowed.
    static final class BodyTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }
}
