package io.credithub.app.start;

import io.credithub.store.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may read the hub's secrets, looked at before they are used: a key that others could read is
/// not used until somebody has said so with `chmod`.
final class KeyFileRights {
    private static final Set<String> OF_THE_HOME =
            Set.of("id.key", "sign.key", "operator.key", "passwords.properties");

    private static final Set<String> MOUNTED =
            Set.of("HUB_ID_KEY_FILE", "HUB_SIGN_KEY_FILE", "HUB_OPERATOR_KEY_FILE");

    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> OF_THE_GROUP =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE);

    private KeyFileRights() {}

    /// Looks at every secret that the hub would use.
    ///
    /// @throws CannotStart for the first that somebody else can read
    static void requireAll(HubEnvironment around) {
        for (String name : OF_THE_HOME) require(around.home().resolve(name));
        for (String variable : MOUNTED) {
            String file = around.variable(variable);
            if (file != null) require(Path.of(file).toAbsolutePath());
        }
    }

    /// A file that is not there, or of a system without such rights, is another's to judge. One
    /// that belongs to somebody else was handed in through a group, as clusters do.
    ///
    /// @throws CannotStart if somebody else can read it
    static void require(Path file) {
        if (isOpen(file)) throw CannotStart.becauseOpenKey(file.toString());
    }

    /// Whether somebody else can read it.
    static boolean isOpen(Path file) {
        try {
            if (!Files.exists(file)) return false;
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            boolean isShared = rights.stream().anyMatch(OF_THE_GROUP::contains);
            return rights.stream().anyMatch(OF_OTHERS::contains) || (isShared && isOurs(file));
        } catch (IOException unreadable) {
            throw CannotStart.becauseFile(file.toString(), "cannot be looked at", unreadable);
        } catch (UnsupportedOperationException withoutRights) {
            return false; // nothing to look at
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        Object user = user();
        return user == null || user.equals(Files.getAttribute(file, "unix:uid"));
    }

    /// @return null where the system does not tell
    private static @Nullable Object user() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException notTold) {
            return null;
        }
    }
}
