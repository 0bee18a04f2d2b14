package io.credithub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a server wrote into its data folder about itself.
///
/// @param pid the process that wrote it; it may be gone, or be another program by now
/// @param status empty while the server starts
record PostmasterFile(long pid, int port, String status) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// Empty if there is no file, or none that a server could have written.
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
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

    boolean isReady() {
        return status.equals("ready");
    }

    /// Whether that process lives and is a PostgreSQL; a number is soon given to another program,
    /// and a killed process keeps its number until somebody asks how it ended.
    boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && !isUnburied()
                && ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .map(PostmasterFile::isServer)
                        .orElse(true);
    }

    /// Only Linux tells; elsewhere such a process counts as alive.
    private boolean isUnburied() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }

    private static boolean isServer(String command) {
        return command.endsWith("/postgres") || command.endsWith("/postgres (deleted)");
    }
}
