package io.credithub.api.body;

import io.credithub.flow.reading.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A body that came in whole: in memory if it is small, else in a file that goes with [#close].
public final class BufferedBody implements Content, AutoCloseable {
    private final byte[] sha256;
    private final long bytes;
    private final byte[] inMemory;
    private final @Nullable SealedFile file;

    /// @param inMemory the whole body, if there is no file
    BufferedBody(byte[] sha256, long bytes, byte[] inMemory, @Nullable SealedFile file) {
        this.sha256 = sha256;
        this.bytes = bytes;
        this.inMemory = inMemory;
        this.file = file;
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256);
    }

    long bytes() {
        return bytes;
    }

    boolean isInMemory() {
        return file == null;
    }

    @Override
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(inMemory) : file.read();
    }

    @Override
    public void close() {
        if (file == null) return;
        try {
            file.delete();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
