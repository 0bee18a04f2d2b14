package io.credithub.security;

import io.credithub.domain.Narrow;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// The ciphers that seal: each encrypts and authenticates, with a nonce of 96 bits and a tag of
/// 128.
enum Aead {
    /// As every JDK has it, by the processor's own instructions.
    AES_256_GCM(1, "aes-256-gcm", 32) {
        @Override
        byte[] seal(SecretKey key, Message message) throws GeneralSecurityException {
            return run(Cipher.ENCRYPT_MODE, key, message);
        }

        @Override
        byte[] open(SecretKey key, Message message) throws GeneralSecurityException {
            return run(Cipher.DECRYPT_MODE, key, message);
        }

        private byte[] run(int mode, SecretKey key, Message message)
                throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, message.nonce()));
            cipher.updateAAD(message.place());
            return cipher.doFinal(message.bytes(), message.from(), message.length());
        }
    },
    /// GB/T 32907 in the mode of RFC 8998, which no JDK has.
    SM4_GCM(2, "sm4-gcm", 16) {
        @Override
        byte[] seal(SecretKey key, Message message) throws GeneralSecurityException {
            return run(true, key, message);
        }

        @Override
        byte[] open(SecretKey key, Message message) throws GeneralSecurityException {
            return run(false, key, message);
        }

        private byte[] run(boolean seals, SecretKey key, Message message)
                throws GeneralSecurityException {
            GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
            KeyParameter parameter = new KeyParameter(key.getEncoded());
            cipher.init(
                    seals,
                    new AEADParameters(parameter, TAG_BITS, message.nonce(), message.place()));
            byte[] out = new byte[cipher.getOutputSize(message.length())];
            int length =
                    cipher.processBytes(message.bytes(), message.from(), message.length(), out, 0);
            try {
                cipher.doFinal(out, length);
            } catch (InvalidCipherTextException changed) {
                throw new GeneralSecurityException(changed);
            }
            return out;
        }
    };

    static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final int code;
    private final String configured;
    private final int keyBytes;

    Aead(int code, String configured, int keyBytes) {
        this.code = code;
        this.configured = configured;
        this.keyBytes = keyBytes;
    }

    /// @throws IllegalStateException HUB-4104, with the names that there are
    static Aead named(String configured) {
        for (Aead cipher : values()) if (cipher.configured.equals(configured)) return cipher;
        throw new IllegalStateException(
                "HUB-4104 HUB_ID_CIPHER is neither aes-256-gcm nor sm4-gcm: name one of them");
    }

    /// Stands first in all that it seals.
    byte code() {
        return Narrow.toByte(code);
    }

    int keyBytes() {
        return keyBytes;
    }

    /// What a cipher is given: bytes from a place in an array to its end.
    ///
    /// @param place authenticated and not encrypted
    record Message(byte[] nonce, byte[] place, byte[] bytes, int from) {
        int length() {
            return bytes.length - from;
        }
    }

    /// @return the cipher text with its tag
    abstract byte[] seal(SecretKey key, Message message) throws GeneralSecurityException;

    /// @throws GeneralSecurityException if key, nonce, place or cipher text is another
    abstract byte[] open(SecretKey key, Message message) throws GeneralSecurityException;
}
