package io.credithub.flow.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes as they came, readable more than once: a page in memory or a file on disk.
public interface Content {
    /// @return a fresh stream from the first byte; the caller closes it
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    static Content of(Path file) {
        return () -> Files.newInputStream(file);
    }
}
