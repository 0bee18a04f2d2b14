package io.credithub.store.server;

import io.credithub.store.server.DatabaseAccess.Login;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The three logins of an embedded server, drawn once and kept where only the hub's user can read.
///
/// @param admin sets up roles and database, nothing else
public record PostgresPasswords(Login admin, Login owner, Login app) {
    private static final String FILE = "passwords.properties";
    private static final int PASSWORD_BYTES = 24;

    static boolean areUnder(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// Reads them, or draws and keeps new ones. The file appears whole or not at all.
    public static PostgresPasswords under(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            }
        }
        if (kept.size() < 3) {
            draw(kept);
            keep(kept, file);
        }
        return new PostgresPasswords(
                login("hub_admin", kept), login("hub_owner", kept), login("hub_app", kept));
    }

    private static Login login(String role, Properties kept) {
        return new Login(role, kept.getProperty(role, ""));
    }

    private static void draw(Properties kept) {
        SecureRandom random = new SecureRandom();
        for (String role : new String[] {"hub_admin", "hub_owner", "hub_app"}) {
            byte[] secret = new byte[PASSWORD_BYTES];
            random.nextBytes(secret);
            kept.setProperty(role, HexFormat.of().formatHex(secret));
        }
    }

    private static void keep(Properties kept, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(draft)) {
            kept.store(out, "Logins of the embedded PostgreSQL");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
