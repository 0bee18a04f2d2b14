package io.credithub.apart.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Seconds that processors were at work: on a machine with others on it the clock tells less.
///
/// @param server the process id of PostgreSQL
record BenchCpu(long server) {
    private static final Path PROCESSES = Path.of("/proc");
    private static final double TICKS = 100;

    /// After the name, which ends with the last bracket, a process' parent; and its own times.
    private static final int PARENT = 1;

    private static final int OWN = 11;
    private static final int OWN_TIMES = 2;
    private static final int WITH_THE_DEAD = 4;

    /// This process so far.
    static double ofHub() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
                / 1e9;
    }

    /// The server and all its sessions so far, those that have ended too; NaN where Linux does not
    /// tell.
    double ofServer() throws IOException {
        if (!Files.exists(PROCESSES)) return Double.NaN;
        double seconds = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : all) seconds += ofServer(process);
        }
        return seconds;
    }

    private double ofServer(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            long id = Long.parseLong(process.getFileName().toString());
            return seconds(stat, id == server);
        } catch (IOException ended) {
            return 0;
        }
    }

    /// @param stat as Linux writes it
    /// @return of a session of the server, and of the server with all that have ended
    double seconds(String stat, boolean isServer) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        if (!isServer && Long.parseLong(fields[PARENT]) != server) return 0;
        long ticks = 0;
        int times = isServer ? WITH_THE_DEAD : OWN_TIMES;
        for (int i = 0; i < times; i++) ticks += Long.parseLong(fields[OWN + i]);
        return ticks / TICKS;
    }
}
