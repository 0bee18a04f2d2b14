package io.credithub.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What a server wrote into its data folder about itself.
///
/// @param pid the process that wrote it; it may be gone, or be another program by now
/// @param status empty while the server starts
public record PostmasterFile(long pid, int port, String status) {
    private static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// Empty if there is no file, or none that a server could have written.
    public static Optional<PostmasterFile> read(Path cluster) throws IOException {
        Path file = cluster.resolve(NAME);
        if (!Files.exists(file)) return Optional.empty();
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT_LINE) return Optional.empty();
        String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            return Optional.of(
                    new PostmasterFile(
                            pid, Integer.parseInt(lines.get(PORT_LINE).strip()), status));
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /// Takes the file out of the way, where it can still be looked at: PostgreSQL does not start
    /// beside one that names a living process, of whatever folder.
    static void putAside(Path cluster) throws IOException {
        Path file = cluster.resolve(NAME);
        if (!Files.exists(file)) return;
        Files.move(file, cluster.resolve(NAME + ".aside"), StandardCopyOption.REPLACE_EXISTING);
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /// Whether that process lives and is a PostgreSQL; a number is soon given to another program,
    /// and a killed process keeps its number until somebody asks how it ended.
    public boolean isAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() && isAlive(process.get());
    }

    /// @param process of a server, or one that has its number
    public static boolean isAlive(ProcessHandle process) {
        return process.isAlive()
                && !isUnburied(process.pid())
                && (process.info().command().isEmpty() || ServerProcesses.isServer(process));
    }

    /// Only Linux tells; elsewhere such a process counts as alive.
    private static boolean isUnburied(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }
}
