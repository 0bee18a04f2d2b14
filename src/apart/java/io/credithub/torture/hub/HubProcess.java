package io.credithub.torture.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A built hub as an operator runs it: a process of its own with a home and ports of its own on the
/// loopback. It keeps its ports from start to start.
public final class HubProcess {
    private static final int CONNECT_MILLIS = 1_000;

    private final List<String> java;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = freePort();
    private final int managementPort = freePort();
    private @Nullable Process process;

    /// @param java the command up to the name of the hub's own command
    /// @param environment what is said to it by `HUB_` variables; ports are added
    /// @param log what it says is appended there
    public HubProcess(List<String> java, Map<String, String> environment, Path log)
            throws IOException {
        this.java = List.copyOf(java);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Without a slash at the end.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where health is told.
    public URI managementAddress() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    public Path log() {
        return log;
    }

    public synchronized void start() throws IOException {
        List<String> command = new ArrayList<>(java);
        command.add("serve");
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(key -> key.startsWith("HUB_"));
        variables.putAll(environment);
        variables.put("HUB_HTTP_PORT", Integer.toString(port));
        variables.put("HUB_MANAGEMENT_PORT", Integer.toString(managementPort));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process started = builder.start();
        started.getOutputStream().close();
        process = started;
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /// Whether its port takes connections.
    public boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Ends the process between two of its instructions.
    public void kill() throws InterruptedException {
        Process living = living();
        if (living != null) living.destroyForcibly().waitFor();
    }

    /// Asks it to end, as systemd and Kubernetes do.
    ///
    /// @return whether it ended in time; it was killed if not
    public boolean stop(Duration most) throws InterruptedException {
        Process living = living();
        if (living == null) return true;
        living.destroy();
        if (living.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) return true;
        living.destroyForcibly().waitFor();
        return false;
    }

    public void signal(String signal) throws IOException {
        Process living = living();
        if (living != null) Programs.signal(signal, List.of(living.pid()));
    }

    private synchronized @Nullable Process living() {
        return process != null && process.isAlive() ? process : null;
    }
}
