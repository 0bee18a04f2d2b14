package io.credithub.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Tells whether a file is another one than before.
final class FileStamp {
    private FileStamp() {}

    /// @return 0 if there is none
    static long of(Path file) {
        try {
            return Files.exists(file)
                    ? Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS)
                    : 0;
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }
}
