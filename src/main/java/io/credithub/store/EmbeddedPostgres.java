package io.credithub.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of the hub's own, on this machine only, for as long as the hub runs.
///
/// The server is a process of its own and outlives a hub that is killed. The next start on the same
/// folder adopts it; if the server is gone too, it starts anew and recovers from its log. One hub
/// at a time holds a folder.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration ADOPTION_MAX = Duration.ofSeconds(90);

    private final PostgresFolder folder;
    private final FileChannel lock;
    private final DatabaseAccess access;
    private final boolean adopted;
    private boolean closed;

    private EmbeddedPostgres(
            PostgresFolder folder, FileChannel lock, DatabaseAccess access, boolean adopted) {
        this.folder = folder;
        this.lock = lock;
        this.access = access;
        this.adopted = adopted;
    }

    /// Starts or adopts the server of a folder, and returns when it answers.
    ///
    /// @param home made if it is missing
    /// @throws CannotStart with what the operator can do
    public static EmbeddedPostgres start(Path home, PostgresSettings settings) {
        HomeFolder.require(home);
        try {
            FileChannel lock = lock(home);
            try {
                return start(PostgresFolder.under(home), settings, lock);
            } catch (CannotStart | IOException | SQLException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw CannotStart.becausePostgres("the start under " + home, failure);
        }
    }

    /// The server of a folder, if it runs: its hub need not be stopped for a look.
    ///
    /// @throws CannotStart if the folder has never had a server
    public static Optional<DatabaseAccess> running(Path home) {
        Path cluster = home.resolve("data");
        boolean isOurs = Files.isDirectory(cluster) && PostgresPasswords.areUnder(home);
        if (!isOurs) throw CannotStart.becauseNoRegistry(home.toString());
        try {
            PostgresPasswords passwords = PostgresPasswords.under(home);
            return PostmasterFile.read(cluster)
                    .filter(PostmasterFile::isAlive)
                    .map(file ->
                            new DatabaseAccess(
                                    "127.0.0.1",
                                    file.port(),
                                    PostgresRoles.DATABASE,
                                    passwords.app(),
                                    passwords.owner()));
        } catch (IOException failure) {
            throw CannotStart.becausePostgres("a look under " + home, failure);
        }
    }

    private static EmbeddedPostgres start(
            PostgresFolder folder, PostgresSettings settings, FileChannel lock)
            throws IOException, SQLException {
        Optional<PostgresRoles> living = living(folder);
        PostgresRoles roles =
                living.isPresent()
                        ? living.get()
                        : new PostgresRoles(folder.start(settings), folder.passwords());
        return new EmbeddedPostgres(folder, lock, roles.prepare(), living.isPresent());
    }

    /// The server that still runs on the folder; a file that a dead one left is removed.
    private static Optional<PostgresRoles> living(PostgresFolder folder) throws IOException {
        long deadline = System.nanoTime() + ADOPTION_MAX.toNanos();
        for (PostmasterFile file = alive(folder); file != null; file = alive(folder)) {
            PostgresRoles roles = new PostgresRoles(file.port(), folder.passwords());
            if (file.isReady() && roles.areKnown()) return Optional.of(roles);
            if (System.nanoTime() > deadline) {
                throw CannotStart.becausePostgres(
                        "taking over the server under " + folder.home(),
                        "process " + file.pid() + " runs there and does not answer; end it first");
            }
            PostgresFolder.pause();
        }
        Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
        return Optional.empty();
    }

    private static @Nullable PostmasterFile alive(PostgresFolder folder) throws IOException {
        return PostmasterFile.read(folder.cluster()).filter(PostmasterFile::isAlive).orElse(null);
    }

    /// Held until the process ends, however it ends.
    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        home.resolve("hub.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return channel;
        } catch (OverlappingFileLockException heldByThisProcess) {
            // the same answer as for another process
        }
        channel.close();
        throw CannotStart.becauseInUse(home.toString());
    }

    public DatabaseAccess access() {
        return access;
    }

    /// Whether the server was running before: its last hub was killed.
    public boolean isAdopted() {
        return adopted;
    }

    /// Lets go of the folder without a word to the server, as the end of the process would.
    void forget() throws IOException {
        closed = true;
        lock.close();
    }

    /// Stops the server. Doing it twice is harmless.
    ///
    /// @throws CannotStart if the server does not stop
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        try (lock) {
            folder.stop();
        } catch (IOException failure) {
            throw CannotStart.becausePostgres("the stop under " + folder.home(), failure);
        }
    }
}
