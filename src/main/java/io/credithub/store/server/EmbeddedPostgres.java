package io.credithub.store.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of the hub's own, on this machine only, for as long as the hub runs.
///
/// The server is a process of its own and outlives a hub that is killed. The next start on the same
/// folder adopts it; if the server is gone too, it starts anew and recovers from its log. One hub
/// at a time holds a folder.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration END_MAX = Duration.ofSeconds(30);

    private final PostgresFolder folder;
    private final PostgresSettings settings;
    private final FileChannel lock;
    private final DatabaseAccess access;
    private final boolean adopted;
    private final Object home;
    private final Object cluster;
    private volatile ProcessHandle server;
    private volatile boolean closed;
    private @Nullable Thread watch;

    private EmbeddedPostgres(
            PostgresFolder folder,
            PostgresSettings settings,
            FileChannel lock,
            DatabaseAccess access,
            boolean adopted)
            throws IOException {
        this.folder = folder;
        this.settings = settings.at(access.port());
        this.lock = lock;
        this.access = access;
        this.adopted = adopted;
        this.home = ServerProcesses.identity(folder.home());
        this.cluster = ServerProcesses.identity(folder.cluster());
        this.server = postmaster(folder);
    }

    /// Who is told what becomes of the server while the hub runs.
    public interface Watcher {
        /// It is not there any more, and will be started again.
        void died();

        /// A try to start it again failed; others follow.
        void failed(int tries, String why);

        /// It works again, at the same address.
        void restarted();

        /// It does not come back, or its folder is gone: the hub cannot go on.
        void lost(CannotStart why);
    }

    /// Starts or adopts the server of a folder, and returns when it answers.
    ///
    /// @param home made if it is missing
    /// @throws CannotStart with what the operator can do
    public static EmbeddedPostgres start(Path home, PostgresSettings settings) {
        HomeFolder.require(home);
        try {
            Path real = home.toRealPath(); // a link may be turned elsewhere later
            FileChannel lock = lock(real);
            try {
                return start(PostgresFolder.under(real), settings, lock);
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
            ServerProcesses processes = new ServerProcesses(cluster);
            return PostmasterFile.read(cluster)
                    .filter(PostmasterFile::isAlive)
                    .filter(file -> processes.include(file.pid()).orElse(true))
                    .map(file -> new PostgresRoles(file.port(), passwords))
                    .filter(roles -> isOf(cluster, roles))
                    .map(PostgresRoles::access);
        } catch (IOException failure) {
            throw CannotStart.becausePostgres("a look under " + home, failure);
        }
    }

    private static boolean isOf(Path cluster, PostgresRoles roles) {
        return roles.dataDirectory()
                .filter(reported -> ServerProcesses.isSame(reported, cluster))
                .isPresent();
    }

    private static EmbeddedPostgres start(
            PostgresFolder folder, PostgresSettings settings, FileChannel lock)
            throws IOException, SQLException {
        Optional<PostgresRoles> living = LivingServer.of(folder);
        PostgresRoles roles =
                living.isPresent()
                        ? living.get()
                        : new PostgresRoles(folder.start(settings), folder.passwords());
        return new EmbeddedPostgres(folder, settings, lock, roles.prepare(), living.isPresent());
    }

    private static ProcessHandle postmaster(PostgresFolder folder) throws IOException {
        return folder.alive()
                .flatMap(file -> ProcessHandle.of(file.pid()))
                .orElseThrow(() -> new IOException("the server ended as soon as it had started"));
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

    /// Looks after the server from now on, until the end.
    public synchronized void watch(Watcher watcher) {
        if (closed || watch != null) return;
        PostgresWatch watching = new PostgresWatch(new OfThis(), watcher, Thread::sleep);
        watch = Thread.ofPlatform().daemon().name("postgres-watch").start(watching);
    }

    private synchronized void startAgain() throws IOException, SQLException {
        if (closed) return;
        PostgresFolder whole = folder.again();
        Optional<PostgresRoles> living = LivingServer.of(whole);
        boolean isElsewhere = living.isPresent() && living.get().port() != access.port();
        if (isElsewhere) whole.stop();
        if (living.isEmpty() || isElsewhere) whole.start(settings);
        new PostgresRoles(access.port(), whole.passwords()).prepare();
        server = postmaster(whole);
    }

    /// Lets go of the folder without a word to the server, as the end of the process would.
    void forget() throws IOException {
        closed = true;
        if (watch != null) watch.interrupt();
        lock.close();
    }

    /// Stops the server. Doing it twice is harmless.
    ///
    /// @throws CannotStart if the server does not stop
    @Override
    public void close() {
        Thread watching = watch;
        if (watching != null) watching.interrupt();
        stop();
    }

    private synchronized void stop() {
        if (closed) return;
        closed = true;
        try (lock) {
            if (missing() == null) folder.stop();
            else end();
        } catch (IOException failure) {
            throw CannotStart.becausePostgres("the stop under " + folder.home(), failure);
        }
    }

    /// Without the folder there is no program to stop the server with.
    private void end() {
        server.destroy();
        try {
            boolean _ = server.onExit().get(END_MAX.toSeconds(), TimeUnit.SECONDS).isAlive();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillThere) {
            server.destroyForcibly();
        }
    }

    private @Nullable CannotStart missing() {
        try {
            boolean isOurs =
                    home.equals(ServerProcesses.identity(folder.home()))
                            && cluster.equals(ServerProcesses.identity(folder.cluster()))
                            && Files.exists(folder.cluster().resolve("PG_VERSION"));
            if (isOurs) return null;
        } catch (UncheckedIOException gone) {
            // the same answer as for another folder
        }
        return CannotStart.becauseHomeIsGone(folder.home().toString());
    }

    private final class OfThis implements PostgresWatch.Watched {
        @Override
        public boolean isUp() {
            return closed || PostmasterFile.isAlive(server);
        }

        @Override
        public @Nullable CannotStart missing() {
            return closed ? null : EmbeddedPostgres.this.missing();
        }

        @Override
        public boolean isFull() {
            return HomeFolder.isFull(folder.home());
        }

        @Override
        public void startAgain() throws IOException, SQLException {
            EmbeddedPostgres.this.startAgain();
        }
    }
}
