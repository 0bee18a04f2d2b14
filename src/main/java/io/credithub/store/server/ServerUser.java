package io.credithub.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs the server's programs, which refuse to run as root.
///
/// An ordinary user runs them as they are. For root there are two ways. A user namespace maps root
/// to nobody as seen from inside, so that files keep their owner and every folder stays reachable;
/// where the kernel forbids it, `setpriv` drops to the user `postgres` or `nobody`, to whom the
/// data folder is then given.
///
/// @param prefix what stands before each command
/// @param owner to whom the data folder must be given; empty if it stays as it is
record ServerUser(List<String> prefix, String owner) {
    private static final int SECONDS_MAX = 120;

    /// @param folder which the server must be able to reach
    /// @throws CannotStart if the hub runs as root and neither way is open
    static ServerUser forFolder(Path folder) throws IOException {
        if (!run(List.of("id", "-u"), folder).output().strip().equals("0")) {
            return new ServerUser(List.of(), "");
        }
        if (isOfAnother(folder.resolve("data"))) return droppingTo(folder);
        CommandResult inside = run(List.of("unshare", "--user", "id", "-u"), folder);
        if (inside.isGood() && !inside.output().strip().equals("0")) {
            return new ServerUser(List.of("unshare", "--user"), "");
        }
        return droppingTo(folder);
    }

    /// A cluster keeps its owner, whatever has become possible since it was laid out.
    private static boolean isOfAnother(Path cluster) throws IOException {
        return Files.exists(cluster) && !Files.getOwner(cluster).getName().equals("root");
    }

    private static ServerUser droppingTo(Path folder) throws IOException {
        for (String user : List.of("postgres", "nobody")) {
            CommandResult group = run(List.of("id", "-g", user), folder);
            List<String> prefix =
                    List.of(
                            "setpriv",
                            "--reuid=" + user,
                            "--regid=" + group.output().strip(),
                            "--clear-groups",
                            "--");
            if (group.isGood() && run(prefixed(prefix, List.of("true")), folder).isGood()) {
                requireReachable(folder);
                return new ServerUser(prefix, user);
            }
        }
        throw CannotStart.becauseRoot("neither unshare nor setpriv may leave root");
    }

    private static void requireReachable(Path folder) throws IOException {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw CannotStart.becauseFolder(
                        folder.toString(), "lies under " + path + ", which is closed to others");
            }
        }
    }

    /// Hands a folder and all in it to the server's user, if that is another one.
    void give(Path folder) throws IOException {
        if (owner.isEmpty() || Files.getOwner(folder).getName().equals(owner)) return;
        var user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) Files.setOwner(path, user);
        }
    }

    /// Runs a program of the server to its end.
    CommandResult call(Path workingFolder, String... command) throws IOException {
        return run(prefixed(prefix, List.of(command)), workingFolder);
    }

    /// What a program answered.
    record CommandResult(int status, String output) {
        boolean isGood() {
            return status == 0;
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /// Output goes through a file, not a pipe: a server that starts inherits it and would hold the
    /// pipe open for as long as it lives.
    private static CommandResult run(List<String> command, Path folder) throws IOException {
        Path output = Files.createTempFile("hub-", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            Process process = builder.start();
            if (process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                return new CommandResult(process.exitValue(), Files.readString(output));
            }
            process.destroyForcibly();
            return new CommandResult(1, "no answer within " + SECONDS_MAX + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted: " + command.getFirst(), stop);
        } finally {
            Files.delete(output);
        }
    }
}
