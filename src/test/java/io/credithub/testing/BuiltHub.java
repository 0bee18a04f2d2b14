package io.credithub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The hub as it is built and as an operator runs it: a process of its own, which can be killed.
///
/// It listens where it listened before, however often it is started, since a feed knows one address
/// only. Its Java starts with the launcher's cache; where that is missing or old, it is made first.
public final class BuiltHub implements AutoCloseable {
    private static final Path PROJECT = Path.of(System.getProperty("hub.project", "."));
    private static final Path RUNNER = PROJECT.resolve("target/quarkus-app/quarkus-run.jar");
    private static final Path APART = PROJECT.resolve("target/apart-classes");
    private static final Path QUICK = PROJECT.resolve("target/quick-start.aot");
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final Duration NOTE_MAX = Duration.ofMinutes(5);

    /// The launcher's options, and the quick compiler alone: no process here lives for long.
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Dfile.encoding=UTF-8");

    private final Path home;
    private final int port;
    private final int managementPort;
    private @Nullable Process process;

    /// @param home of the hub; made if it is missing
    public BuiltHub(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        this.port = freePort();
        this.managementPort = freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Notes what a start needs, as the launcher does after a build, of a province that is smaller:
    /// no process here lives long enough for what is done often to matter.
    public static synchronized void noteQuickStart(Path folder)
            throws IOException, InterruptedException {
        assertThat(RUNNER).as("the built hub").exists();
        if (Files.exists(QUICK) && isNewer(QUICK, RUNNER)) return;
        Files.createDirectories(folder.resolve("routes"));
        Path draft = QUICK.resolveSibling("quick-start.aot.new");
        List<String> command = java("-XX:AOTCacheOutput=" + draft, "warm-up", "--records", "1000");
        ProcessBuilder warmUp = builder(command, folder);
        warmUp.environment().put("HUB_ROUTES", folder.resolve("routes").toString());
        Process noting = warmUp.start();
        boolean isOver = noting.waitFor(NOTE_MAX.toSeconds(), TimeUnit.SECONDS);
        if (!isOver) noting.destroyForcibly().waitFor();
        assertThat(draft).as("the cache of %s", command).exists();
        Files.move(draft, QUICK, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static List<String> java(String option, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(option);
        command.addAll(OPTIONS);
        command.add("-Dhub.project=" + PROJECT.toAbsolutePath());
        // a hub that serves is what the image has, and nothing beside it
        if (!words[0].equals("serve")) command.add("-Dhub.apart=" + APART.toAbsolutePath());
        command.addAll(List.of("-jar", RUNNER.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static ProcessBuilder builder(List<String> command, Path home) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(key -> key.startsWith("HUB_"));
        environment.put("HUB_HOME", home.toString());
        environment.put("HUB_DB_SHARED_BUFFERS_MIB", "32");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
        return builder;
    }

    private static Path log(Path home) {
        return home.resolve("hub.log");
    }

    public Path home() {
        return home;
    }

    /// Without a slash at the end.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts it and waits until its port is open.
    public void start() throws IOException, InterruptedException {
        ProcessBuilder builder = builder(java("-XX:AOTCache=" + QUICK, "serve"), home);
        builder.environment().put("HUB_HTTP_PORT", Integer.toString(port));
        builder.environment().put("HUB_MANAGEMENT_PORT", Integer.toString(managementPort));
        Process started = builder.start();
        process = started;
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!isOpen()) {
            assertThat(started.isAlive()).as("hub lives, see %s", log(home)).isTrue();
            assertThat(System.nanoTime()).as("hub starts in time").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /// Runs a command that ends by itself.
    ///
    /// @return what it said, errors too
    public String run(Duration most, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(java("-XX:AOTCache=" + QUICK, words), home);
        builder.environment().put("HUB_HTTP_PORT", Integer.toString(port));
        builder.environment().put("HUB_MANAGEMENT_PORT", Integer.toString(managementPort));
        Process started = builder.start();
        process = started;
        boolean isOver = started.waitFor(most.toSeconds(), TimeUnit.SECONDS);
        String said = Files.readString(log(home));
        assertThat(isOver).as("%s ends in time: %s", List.of(words), said).isTrue();
        assertThat(started.exitValue()).as(said).isZero();
        return said;
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Ends the Java process between two of its instructions; PostgreSQL stays.
    public void kill() {
        if (process == null) return;
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the hub dies", stop);
        }
    }

    /// Ends PostgreSQL in the same way.
    public void killPostgres() throws IOException {
        for (String pid : postmaster(PID_LINE).stream().toList()) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// Where PostgreSQL listens; empty once it has stopped in an orderly way.
    public Optional<Integer> postgresPort() throws IOException {
        return postmaster(PORT_LINE).map(Integer::valueOf);
    }

    /// What it wrote about itself.
    private Optional<String> postmaster(int line) throws IOException {
        Path file = home.resolve("data/postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        return Optional.of(Files.readAllLines(file).get(line).strip());
    }

    /// Asks it to end, as `kill` and Kubernetes do, and waits until it has.
    public void stop() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        boolean isOver = process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        assertThat(isOver).as("the hub stops in time").isTrue();
    }

    /// Leaves nothing running, whatever went wrong.
    @Override
    public void close() throws IOException {
        kill();
        killPostgres();
    }
}
