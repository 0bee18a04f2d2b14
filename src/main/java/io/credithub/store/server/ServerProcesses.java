package io.credithub.store.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/// The processes that work in a data folder, as the system tells: each process of a PostgreSQL has
/// its data folder as its working directory. Told by device and inode, so neither a copy of the
/// folder, nor a link to it, nor a move of it deceives. Only Linux tells.
record ServerProcesses(Path cluster) {
    private static final Path PROC = Path.of("/proc");

    /// Whether the system tells about this process's own folder, and so about those of others.
    static boolean areTold() {
        return Files.exists(PROC.resolve("self/cwd"));
    }

    /// Whether a process works in the folder; empty where the system does not tell.
    Optional<Boolean> include(long pid) {
        if (!areTold()) return Optional.empty();
        try {
            return Optional.of(Files.isSameFile(PROC.resolve(pid + "/cwd"), cluster));
        } catch (AccessDeniedException ofAnotherUser) {
            return Optional.empty();
        } catch (IOException goneMeanwhile) {
            return Optional.of(false);
        }
    }

    /// All that work there, of a server that lives and of one that died; none where the system does
    /// not tell.
    List<ProcessHandle> all() {
        if (!areTold()) return List.of();
        return ProcessHandle.allProcesses()
                .filter(process -> isServer(process) && include(process.pid()).orElse(false))
                .toList();
    }

    static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        command.endsWith("/postgres") || command.endsWith("/postgres (deleted)"))
                .isPresent();
    }

    /// Whether two names are the same folder; one that is gone is the same as none.
    static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    /// What the system calls a folder, whatever its name becomes.
    ///
    /// @throws UncheckedIOException if it is gone
    static Object identity(Path folder) {
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            return key == null ? folder.toRealPath() : key;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
