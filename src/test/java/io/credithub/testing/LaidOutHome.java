package io.credithub.testing;

import io.credithub.store.server.DatabaseAccess;
import io.credithub.store.server.EmbeddedPostgres;
import io.credithub.store.server.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// Homes of embedded servers as a first start leaves them, copied from one that was made once a
/// process: to unpack the programs, to lay out a cluster and to make its tables takes far longer
/// than all that most tests do with it.
///
/// What a first start does is tried by `EmbeddedPostgresIT`, and by every built hub that starts on
/// an empty home.
public final class LaidOutHome {
    /// This class may be loaded more than once in a process; a system property is there once.
    private static final String EMPTY = "credithub.test.home.empty";

    private static final String MIGRATED = "credithub.test.home.migrated";
    private static final String SERVERS = "postgres-";
    private static final List<String> KEPT = List.of("data", "passwords.properties");

    /// No test that gets such a home is about a power cut.
    private static final String NOT_FOR_LONG = "fsync = off\nfull_page_writes = off\n";

    private LaidOutHome() {}

    /// Programs, roles and an empty database, durable as an operator's.
    ///
    /// @param home made if it is missing
    /// @return the same
    public static Path empty(Path home) {
        return copied(made(EMPTY, LaidOutHome::layOut), home);
    }

    /// The tables of this build, too, with nothing in them; not meant to outlive a power cut.
    ///
    /// @param home made if it is missing
    /// @return the same
    public static Path migrated(Path home) {
        return copied(made(MIGRATED, LaidOutHome::migrate), home);
    }

    /// How a first home comes about.
    private interface Laying {
        void of(Path home) throws IOException;
    }

    private static Path made(String name, Laying first) {
        synchronized (System.getProperties()) {
            String known = System.getProperty(name);
            if (known != null) return Path.of(known);
            try {
                Path home = Files.createTempDirectory("credithub-laid-out-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
                first.of(home);
                System.setProperty(name, home.toString());
                return home;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void layOut(Path home) {
        start(home).close();
    }

    private static void migrate(Path home) throws IOException {
        empty(home);
        Files.writeString(home.resolve("data/postgresql.auto.conf"), NOT_FOR_LONG);
        try (EmbeddedPostgres postgres = start(home)) {
            DatabaseAccess access = postgres.access();
            Flyway.configure()
                    .dataSource(access.jdbcUrl(), access.owner().user(), access.owner().password())
                    .placeholders(Map.of("appRole", access.app().user()))
                    .load()
                    .migrate();
        }
    }

    private static EmbeddedPostgres start(Path home) {
        return EmbeddedPostgres.start(home, new PostgresSettings(0, 32));
    }

    /// The programs are linked, since nobody writes them.
    private static Path copied(Path from, Path home) {
        try (Stream<Path> found = Files.list(from)) {
            Files.createDirectories(home);
            for (Path one : found.toList()) {
                String name = one.getFileName().toString();
                if (name.startsWith(SERVERS)) copy("-al", one, home);
                if (KEPT.contains(name)) copy("-a", one, home);
            }
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(String how, Path one, Path into) throws IOException {
        try {
            int status =
                    new ProcessBuilder("cp", how, one.toString(), into.toString())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (status != 0) throw new IOException(one + " cannot be copied into " + into);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a home is copied", stop);
        }
    }

    private static void delete(Path home) {
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
