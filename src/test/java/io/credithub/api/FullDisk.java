package io.credithub.api;

import io.credithub.api.body.LocalDisk;
import io.credithub.api.body.SpoolDisk;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A disk that is full when a test says so: nothing more goes into any file.
@Alternative
@Singleton
public final class FullDisk implements SpoolDisk {
    private final LocalDisk disk = new LocalDisk();
    private volatile boolean isFull;

    public void fill(boolean full) {
        isFull = full;
    }

    @Override
    public OutputStream write(Path file) throws IOException {
        return new FilterOutputStream(disk.write(file)) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (isFull) {
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                }
                out.write(bytes, from, length);
            }
        };
    }
}
