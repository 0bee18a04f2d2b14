package io.credithub.security;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/// A small secret in a file that only the hub's user may read. It appears whole or not at all.
///
/// @param path the folder is made if it is missing
record KeyFile(Path path) {
    /// @return without blanks at the ends
    String read() throws IOException {
        return Files.readString(path).strip();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /// Keeps a secret, in place of an older one.
    void write(String secret) throws IOException {
        Path draft = draft(secret);
        Files.move(
                draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Keeps a secret if there is none yet.
    ///
    /// @return what the file holds then: another process may have been first
    String readOrWrite(String secret) throws IOException {
        if (exists()) return read();
        Path draft = draft(secret);
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return read();
        } finally {
            Files.deleteIfExists(draft);
        }
        return secret;
    }

    private Path draft(String secret) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft =
                Files.createTempFile(
                        folder,
                        path.getFileName().toString(),
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret + "\n");
        return draft;
    }

    /// Tells whether a file is another one than before.
    ///
    /// @return 0 if there is none
    static long stamp(Path file) {
        try {
            return Files.exists(file)
                    ? Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS)
                    : 0;
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }
}
