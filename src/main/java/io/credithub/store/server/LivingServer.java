package io.credithub.store.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the server that runs on a folder, and leaves the folder ready for a start if none does.
///
/// What lies in the folder is not believed by itself: a copy of a folder names the server of the
/// original, with the same passwords. The process must work in this very folder, and the server
/// must say so.
final class LivingServer {
    private static final Duration ADOPTION_MAX = Duration.ofSeconds(90);

    /// Processes of a dead server end by themselves within moments, unless a statement keeps them.
    private static final Duration ORPHANS_MAX = Duration.ofSeconds(5);

    private final PostgresFolder folder;
    private final long began = System.nanoTime();

    private LivingServer(PostgresFolder folder) {
        this.folder = folder;
    }

    /// @throws CannotStart if a process works there and does not answer
    static Optional<PostgresRoles> of(PostgresFolder folder) throws IOException {
        return new LivingServer(folder).find();
    }

    private Optional<PostgresRoles> find() throws IOException {
        while (true) {
            Optional<PostmasterFile> file = folder.alive();
            if (file.isPresent()) {
                PostgresRoles roles = answering(file.get());
                if (roles != null) return Optional.of(roles);
            } else {
                List<ProcessHandle> orphans = folder.processes().all();
                if (orphans.isEmpty()) break;
                if (isOver(ORPHANS_MAX)) orphans.forEach(ProcessHandle::destroyForcibly);
            }
            PostgresFolder.pause();
        }
        PostmasterFile.putAside(folder.cluster());
        return Optional.empty();
    }

    /// @return null if it is to be looked at again: it is not ready, or was none of ours
    private @Nullable PostgresRoles answering(PostmasterFile file) throws IOException {
        PostgresRoles roles = new PostgresRoles(file.port(), folder.passwords());
        Optional<Path> reported = file.isReady() ? roles.dataDirectory() : Optional.empty();
        if (reported.isPresent()) {
            if (ServerProcesses.isSame(reported.get(), folder.cluster())) return roles;
            giveUp(file);
        } else if (isOver(ADOPTION_MAX)) {
            throw CannotStart.becausePostgres(
                    "taking over the server under " + folder.home(),
                    "process " + file.pid() + " runs there and does not answer; end it first");
        }
        return null;
    }

    /// A server that works in this folder and knows it by another name saw it being moved: it is
    /// stopped, and started by the right one. Where the system does not tell, it is another's.
    private void giveUp(PostmasterFile file) throws IOException {
        if (folder.processes().include(file.pid()).isPresent()) folder.stop();
        else PostmasterFile.putAside(folder.cluster());
    }

    private boolean isOver(Duration bound) {
        return System.nanoTime() - began > bound.toNanos();
    }
}
