package io.credithub.store.server;

import io.credithub.store.server.ServerUser.CommandResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The folder of an embedded server and what can be done to it: lay it out, start, stop.
///
/// @param home holds the programs, the cluster `data`, the server's log and the passwords
public record PostgresFolder(
        Path home, PostgresBinaries binaries, ServerUser user, PostgresPasswords passwords) {
    private static final int TRIES = 3;

    public static PostgresFolder under(Path home) throws IOException {
        Files.createDirectories(home.resolve("log"));
        ServerUser user = ServerUser.forFolder(home);
        HomeFolder.closeToOthers(home, user.owner().isEmpty());
        PostgresBinaries binaries = PostgresBinaries.under(home);
        PostgresFolder folder =
                new PostgresFolder(home, binaries, user, PostgresPasswords.under(home));
        if (!Files.isDirectory(folder.cluster())) folder.layOut();
        user.give(folder.cluster());
        folder.requireVersion();
        return folder;
    }

    Path cluster() {
        return home.resolve("data");
    }

    /// Starts the server and waits until it answers, through recovery too.
    ///
    /// @return the port
    int start(PostgresSettings settings) throws IOException {
        user.give(home.resolve("log"));
        Path startLog = home.resolve("log/start.log");
        CommandResult last = new CommandResult(1, "");
        for (int tries = 0; tries < TRIES; tries++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            configure(settings.toConfiguration(port));
            Files.deleteIfExists(startLog);
            last = control("start", "-w", "-t", "90", "-l", startLog.toString());
            if (last.isGood()) return port;
            pause(); // the port was taken meanwhile, or processes of a killed server still end
        }
        String details = Files.exists(startLog) ? Files.readString(startLog) : "";
        throw CannotStart.becausePostgres("the start under " + home, last.output() + details);
    }

    /// Left alone where it says so already: on a full disk a file that is written anew is empty.
    private void configure(String text) throws IOException {
        Path configuration = cluster().resolve("postgresql.conf");
        boolean isSaid =
                Files.exists(configuration) && Files.readString(configuration).equals(text);
        if (!isSaid) Files.writeString(configuration, text);
    }

    ServerProcesses processes() {
        return new ServerProcesses(cluster());
    }

    /// The same with its programs in place again, should they be gone; the data are not laid out
    /// anew.
    PostgresFolder again() throws IOException {
        return new PostgresFolder(home, PostgresBinaries.under(home), user, passwords);
    }

    /// What the server of the folder wrote about itself, if it lives. A folder that was copied
    /// names the original's server: that is none of ours, and is not touched.
    Optional<PostmasterFile> alive() throws IOException {
        return PostmasterFile.read(cluster())
                .filter(PostmasterFile::isAlive)
                .filter(file -> processes().include(file.pid()).orElse(true));
    }

    /// Stops the server in an orderly way: clients are cut off, everything written is safe.
    public void stop() throws IOException {
        if (alive().isEmpty()) return;
        CommandResult outcome = control("stop", "-m", "fast", "-w", "-t", "60");
        boolean gone = alive().isEmpty();
        if (!outcome.isGood() && !gone) {
            throw CannotStart.becausePostgres("the stop under " + home, outcome.output());
        }
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL starts", stop);
        }
    }

    private CommandResult control(String verb, String... options) throws IOException {
        String[] command = new String[options.length + 4];
        command[0] = binaries.program("pg_ctl");
        command[1] = verb;
        command[2] = "-D";
        command[3] = cluster().toString();
        System.arraycopy(options, 0, command, 4, options.length);
        return user.call(home, command);
    }

    /// Laid out beside its place and moved there, so that a half-made cluster is never taken for
    /// one.
    private void layOut() throws IOException {
        Path draft = home.resolve("data.new");
        PostgresBinaries.deleteAll(draft);
        Files.createDirectory(draft);
        Path password = Files.writeString(home.resolve("admin.new"), passwords.admin().password());
        try {
            user.give(draft);
            user.give(password);
            CommandResult outcome =
                    user.call(
                            home,
                            binaries.program("initdb"),
                            "--pgdata=" + draft,
                            "--username=" + passwords.admin().user(),
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8");
            if (!outcome.isGood()) {
                throw CannotStart.becausePostgres("initdb under " + home, outcome.output());
            }
            Files.move(draft, cluster(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void requireVersion() throws IOException {
        String found = Files.readString(cluster().resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.major())) {
            throw CannotStart.becauseVersion(home.toString(), found, binaries.major());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
