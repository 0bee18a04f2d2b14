package io.credithub.store.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Whether the hub can keep its things in a folder: told before anything is begun there.
final class HomeFolder {
    /// Enough for a full disk to show.
    private static final int TRIED_BYTES = 1 << 20;

    /// A segment of the server's log, and room for what is around it.
    private static final long ROOM_BYTES = 32L << 20;

    private HomeFolder() {}

    /// Makes it if it is missing.
    ///
    /// @throws CannotStart if it is no folder, or cannot be read or written
    static void require(Path home) {
        try {
            Path at = home;
            while (at != null && !Files.exists(at)) at = at.getParent();
            if (at != null && !Files.isDirectory(at)) {
                String what = at.equals(home) ? "is a file" : "lies below " + at + ", a file";
                throw CannotStart.becauseFolder(home.toString(), what);
            }
            Files.createDirectories(home);
            try (DirectoryStream<Path> readable = Files.newDirectoryStream(home)) {
                boolean _ = readable.iterator().hasNext();
            }
            write(home);
        } catch (IOException failure) {
            throw CannotStart.becauseFolder(
                    home.toString(), "cannot be read and written (" + reason(failure) + ")");
        }
    }

    /// Lets nobody else look in. Of a folder that is somebody else's the rights are theirs to give.
    ///
    /// @param isOneUsers whether the server runs as the hub's user; another must be able to pass
    static void closeToOthers(Path home, boolean isOneUsers) throws IOException {
        String rights = isOneUsers ? "rwx------" : "rwx--x--x";
        try {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(rights));
        } catch (FileSystemException ofSomebodyElse) {
            if (!Files.isWritable(home)) throw ofSomebodyElse;
        }
    }

    /// Whether a server finds no room there to start in.
    static boolean isFull(Path home) {
        try {
            return Files.getFileStore(home).getUsableSpace() < ROOM_BYTES;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void write(Path home) throws IOException {
        Path trial = Files.createTempFile(home, "start", ".tmp");
        try {
            Files.write(trial, new byte[TRIED_BYTES]);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) return "permission denied";
        boolean isTold = failure instanceof FileSystemException told && told.getReason() != null;
        if (isTold) return CannotStart.oneLine(((FileSystemException) failure).getReason());
        return CannotStart.oneLine(failure.getMessage());
    }
}
