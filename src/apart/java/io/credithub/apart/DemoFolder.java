package io.credithub.apart;

import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a command that begins anew each time keeps its data.
public final class DemoFolder {
    private static final int BUFFERS_MIB = 64;

    private DemoFolder() {}

    /// Empties the folder. A database that a killed run left behind is stopped first; one that is
    /// in use by a running hub stops the command.
    public static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        if (hasPostmaster(folder)) {
            EmbeddedPostgres.start(folder, new PostgresSettings(0, BUFFERS_MIB)).close();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> paths = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : paths) Files.delete(path);
        }
    }

    private static boolean hasPostmaster(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder, 3)) {
            return found.anyMatch(path -> path.endsWith("postmaster.pid"));
        }
    }
}
