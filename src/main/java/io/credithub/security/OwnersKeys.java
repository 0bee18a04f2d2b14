package io.credithub.security;

import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.security.KeyRing.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What opens and seals for a command that works beside the hub, with the hub's own keys.
public record OwnersKeys(Sealing sealing, IdProtection ids) {
    /// @param home where the keys lie that the hub keeps itself
    /// @param cipher by its name in the configuration
    /// @param given the key that the operator keeps, in base64; null: the one in `home`
    /// @param opening further ones that open only, separated by blanks
    /// @throws IllegalStateException with what the operator can do
    public static OwnersKeys of(
            Path home, String cipher, @Nullable String given, @Nullable String opening)
            throws IOException {
        List<PersonalKeys> others = new ArrayList<>();
        String more = opening == null ? kept(home.resolve(MasterKey.OLD_FILE)) : opening;
        for (String one : more.strip().split("\\s+")) {
            if (!one.isEmpty()) others.add(PersonalKeys.from(RotatedKeys.decoded(one)));
        }
        String current = given == null ? kept(home.resolve(MasterKey.FILE)) : given;
        if (current.isBlank()) throw RotatedKeys.absent(home.resolve(MasterKey.FILE));
        Masters masters = new Masters(PersonalKeys.from(RotatedKeys.decoded(current)), others);
        KeyRing ring = new KeyRing(() -> masters, () -> 0);
        Aead with = Aead.named(cipher);
        return new OwnersKeys(new PayloadVault(ring, with), new IdVault(ring, with));
    }

    private static String kept(Path file) throws IOException {
        return Files.exists(file) ? new KeyFile(file).read() : "";
    }

    /// Keys are never printed.
    @Override
    public String toString() {
        return "OwnersKeys[***]";
    }
}
