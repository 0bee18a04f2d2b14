package io.credithub.security;

import io.credithub.flow.teacher.IdProtection;
import io.credithub.flow.teacher.Sealing;
import io.credithub.security.KeyRing.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of the master key while it is rotated: `id.key`, the next one and the one before. Each
/// step may be done again, and whoever is stopped between two of them goes on where they were.
public final class RotatedKeys {
    private static final String NEXT_FILE = "id.key.next";

    private final Path home;
    private final Aead cipher;

    /// @param cipher by its name in the configuration
    public RotatedKeys(Path home, String cipher) {
        this.home = home;
        this.cipher = Aead.named(cipher);
    }

    /// What seals with one key and opens what another has sealed.
    ///
    /// @param old the number of the key that opens only
    public record Rotating(Sealing sealing, IdProtection ids, int old) {}

    /// The next key opens already, and the current one still seals.
    public Rotating prepared() throws IOException {
        byte[] current = read(MasterKey.FILE);
        if (Files.exists(home.resolve(MasterKey.OLD_FILE))) {
            if (!Files.exists(home.resolve(NEXT_FILE))) {
                return rotating(current, read(MasterKey.OLD_FILE));
            }
            current = read(MasterKey.OLD_FILE);
        }
        KeyFile next = new KeyFile(home.resolve(NEXT_FILE));
        byte[] drawn = decoded(next.readOrWrite(draw(current)));
        return rotating(drawn, current);
    }

    /// From here on the next key seals. The registry must know it by now.
    public void swap() throws IOException {
        Path next = home.resolve(NEXT_FILE);
        if (!Files.exists(next)) return;
        KeyFile old = new KeyFile(home.resolve(MasterKey.OLD_FILE));
        old.readOrWrite(new KeyFile(home.resolve(MasterKey.FILE)).read());
        Files.move(
                next,
                home.resolve(MasterKey.FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Nothing is sealed with it any more but what lies in older dumps.
    ///
    /// @param folder where it is kept for them
    public Path retire(Path folder, int key) throws IOException {
        Path kept = folder.resolve("id.key.retired-" + key);
        Files.move(home.resolve(MasterKey.OLD_FILE), kept, StandardCopyOption.REPLACE_EXISTING);
        return kept;
    }

    private Rotating rotating(byte[] current, byte[] old) {
        return of(current, List.of(old), cipher);
    }

    /// Of keys that the operator keeps.
    ///
    /// @param current 32 bytes in base64
    /// @param old null if none is named
    public Rotating given(String current, @Nullable String old) {
        if (old == null) {
            throw new IllegalStateException(
                    "HUB-4107 HUB_ID_KEY is yours to rotate: set it to the new key, and"
                            + " HUB_ID_OPENING_KEYS to the old one");
        }
        return of(decoded(current), List.of(decoded(old)), cipher);
    }

    private static Rotating of(byte[] current, List<byte[]> old, Aead cipher) {
        List<PersonalKeys> opening = old.stream().map(PersonalKeys::from).toList();
        Masters masters = new Masters(PersonalKeys.from(current), opening);
        KeyRing ring = new KeyRing(() -> masters, () -> 0);
        return new Rotating(
                new PayloadVault(ring, cipher),
                new IdVault(ring, cipher),
                Byte.toUnsignedInt(opening.getFirst().id()));
    }

    private byte[] read(String file) throws IOException {
        if (!Files.exists(home.resolve(file))) throw absent(home.resolve(file));
        return decoded(new KeyFile(home.resolve(file)).read());
    }

    static IllegalStateException absent(Path file) {
        return new IllegalStateException(
                "HUB-4108 there is no " + file + ": set HUB_HOME to the hub's");
    }

    /// @throws IllegalStateException if it is none
    static byte[] decoded(String text) {
        byte[] master = Base64.getDecoder().decode(text.strip());
        if (master.length == PersonalKeys.MASTER_BYTES) return master;
        throw new IllegalStateException("HUB-4106 the ID key is not 32 bytes in base64");
    }

    /// Its number is another than the current one's: what is sealed says by it which key opens.
    private static String draw(byte[] current) {
        byte id = PersonalKeys.from(current).id();
        byte[] master = new byte[PersonalKeys.MASTER_BYTES];
        SecureRandom random = new SecureRandom();
        do random.nextBytes(master);
        while (PersonalKeys.from(master).id() == id);
        return Base64.getEncoder().encodeToString(master);
    }
}
