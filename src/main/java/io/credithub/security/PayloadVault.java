package io.credithub.security;

import io.credithub.flow.teacher.Sealing;
import java.security.SecureRandom;
import java.util.UUID;

/// Seals payloads, and whatever else holds personal data, with the keys that are derived for it.
public final class PayloadVault implements Sealing {
    private static final String HASHING = "sealing_key.hashing/";

    private final KeyRing ring;
    private final Aead cipher;
    private final SealedBytes bytes = new SealedBytes();
    private final KeyedHash digests;

    PayloadVault(KeyRing ring, Aead cipher) {
        this.ring = ring;
        this.cipher = cipher;
        this.digests = new KeyedHash(() -> ring.hashing().digest());
    }

    /// @param master 32 bytes
    public static PayloadVault of(byte[] master) {
        return new PayloadVault(new KeyRing(PersonalKeys.from(master)), Aead.AES_256_GCM);
    }

    @Override
    public byte[] seal(String place, byte[] clear) {
        PersonalKeys keys = ring.current();
        return bytes.seal(cipher, keys.id(), keys.payloads(cipher), place, clear);
    }

    @Override
    public byte[] open(String place, byte[] sealed) {
        if (SealedBytes.cipher(sealed) == null) throw new IllegalStateException("not sealed");
        PersonalKeys keys = ring.of(SealedBytes.keyId(sealed));
        return bytes.open(sealed, keys::payloads, place);
    }

    @Override
    public byte[] keyed(byte[] digest) {
        return digests.of(digest);
    }

    @Override
    public int key() {
        return Byte.toUnsignedInt(ring.current().id());
    }

    @Override
    public SealingKey own() {
        UUID fingerprint = ring.current().name().fingerprint();
        byte[] hashing = seal(HASHING + key(), ring.hashing().bytes());
        return new SealingKey(key(), fingerprint, hashing);
    }

    @Override
    public boolean adopt(SealingKey known) {
        if (!ring.holds(known.id(), known.fingerprint())) return false;
        ring.adopt(HashingKeys.of(open(HASHING + known.id(), known.hashing())));
        return true;
    }

    @Override
    public Sealing ofThisProcess() {
        byte[] master = new byte[PersonalKeys.MASTER_BYTES];
        new SecureRandom().nextBytes(master);
        return new PayloadVault(new KeyRing(PersonalKeys.from(master)), cipher);
    }
}
