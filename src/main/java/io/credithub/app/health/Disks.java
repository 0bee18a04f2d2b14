package io.credithub.app.health;

import io.credithub.flow.reading.SharedAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// How much room there is where the hub keeps its things, and whether the spool can be written.
/// Asked on a thread of its own: a disk that hangs, as one of a network can, holds up nobody else.
@Singleton
class Disks {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final byte[] TRIAL = new byte[4_096];

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("disks").factory());
    private final HealthConfig config;
    private final SharedAnswer<Map<String, Long>> shared;

    Disks(HealthConfig config) {
        this.config = config;
        this.shared = new SharedAnswer<>(this::ask, FRESH);
    }

    /// Free bytes by the name of the folder, `home` and `spool`. Fails within two seconds if the
    /// disk does not answer, or the spool cannot be written.
    Uni<Map<String, Long>> free() {
        return shared.get();
    }

    private Uni<Map<String, Long>> ask() {
        return Bounded.stage(() -> CompletableFuture.supplyAsync(this::look, thread));
    }

    private Map<String, Long> look() {
        try {
            Map<String, Long> free = new TreeMap<>();
            free.put("home", free(config.home()));
            free.put("spool", free(config.spool()));
            tryToWrite(config.spool());
            return free;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Of a folder that nobody has needed yet, where it would be made.
    private static long free(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
        return Files.getFileStore(there).getUsableSpace();
    }

    private static void tryToWrite(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path trial = Files.createTempFile(folder, "health-", ".tmp");
        try {
            Files.write(trial, TRIAL);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
