package io.credithub.torture.hub;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;

/// The PostgreSQL that a hub brings along, seen from outside: by the file that it writes about
/// itself, by its processes, and by connections of our own.
///
/// @param home of the hub
public record PostgresServer(Path home) {
    public static final String DATABASE = "credithub";
    public static final String ADMIN = "hub_admin";
    public static final String OWNER = "hub_owner";
    public static final String APP = "hub_app";
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /// Of the server that lives; empty if there is none.
    public Optional<Long> pid() {
        return line(PID_LINE)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(PostgresServer::isServer)
                .map(ProcessHandle::pid);
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info().command().map(path -> path.contains("postgres")).orElse(false);
    }

    public Optional<Long> port() {
        return line(PORT_LINE);
    }

    private Optional<Long> line(int number) {
        try {
            List<String> lines = Files.readAllLines(home.resolve("data/postmaster.pid"));
            return Optional.of(Long.valueOf(lines.get(number).strip()));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException notThere) {
            return Optional.empty();
        }
    }

    /// The first one, and all that it has started.
    public List<Long> processes() {
        List<Long> all = new ArrayList<>(pid().stream().toList());
        all.addAll(children());
        return all;
    }

    public List<Long> children() {
        return pid().flatMap(ProcessHandle::of).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
    }

    /// @return whether there was one
    public boolean signal(String signal) throws IOException {
        Optional<Long> server = pid();
        Programs.signal(signal, server.stream().toList());
        return server.isPresent();
    }

    public Connection connect(String role) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", password(role));
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "120");
        long port = port().orElseThrow(() -> new SQLException("no server"));
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        Connection connection = new Driver().connect(url, login);
        if (connection == null) throw new SQLException("not an address of PostgreSQL: " + url);
        return connection;
    }

    public String password(String role) throws SQLException {
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("passwords.properties"))) {
            kept.load(in);
        } catch (IOException unreadable) {
            throw new SQLException("the logins of the server cannot be read", unreadable);
        }
        return kept.getProperty(role, "");
    }

    public void execute(String role, String... commands) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
        }
    }

    /// Cuts every connection to the database but the caller's.
    public void cutConnections() throws SQLException {
        execute(
                ADMIN,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + DATABASE
                        + "' and pid <> pg_backend_pid()");
    }

    /// Ends whatever still runs of it, and returns once it has.
    public void end() throws IOException, InterruptedException {
        List<ProcessHandle> all =
                processes().stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
        Programs.signal("CONT", all.stream().map(ProcessHandle::pid).toList());
        all.forEach(ProcessHandle::destroyForcibly);
        for (int i = 0; i < 100 && all.stream().anyMatch(PostgresServer::runs); i++) {
            Thread.sleep(50);
        }
    }

    /// A killed process that nobody has asked about yet is over all the same.
    private static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) return false;
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.noneMatch(line -> line.startsWith("State:\tZ"));
        } catch (IOException gone) {
            return false;
        }
    }
}
