package io.credithub.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Where a secret of 32 bytes comes from: the environment, a mounted file, or, on one machine with
/// its own database, a file that the hub makes once.
///
/// @param code of the error when there is none
/// @param variable of the environment, whose `…_FILE` names the file
/// @param own the file that the hub makes
/// @param besideServer the database is a server's: whoever starts a second process needs the same
///   key, so none is made
record KeySource(
        String code,
        String variable,
        Optional<String> text,
        Optional<Path> file,
        Path own,
        boolean besideServer) {
    private static final int BYTES = 32;

    /// @throws IllegalStateException with what the operator can do
    byte[] find() {
        try {
            if (text.isPresent()) return decode(text.get(), variable);
            if (file.isPresent()) {
                return decode(new KeyFile(file.get()).read(), variable + "_FILE");
            }
            KeyFile kept = new KeyFile(own);
            if (besideServer && !kept.exists()) {
                throw misconfigured(variable, "is not set, and HUB_DB_URL is");
            }
            return decode(kept.readOrWrite(draw()), own.toString());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    code + " " + variable + "_FILE: cannot be read", unreadable);
        }
    }

    private static String draw() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    private byte[] decode(String encoded, String where) {
        try {
            byte[] secret = Base64.getDecoder().decode(encoded.strip());
            if (secret.length == BYTES) return secret;
        } catch (IllegalArgumentException notBase64) {
            // the same answer as for a wrong length, and never with the text
        }
        throw misconfigured(where, "is not 32 bytes in base64");
    }

    private IllegalStateException misconfigured(String where, String what) {
        return new IllegalStateException(
                "%s %s %s: make one with `openssl rand -base64 32`".formatted(code, where, what));
    }

    /// A secret is never printed.
    @Override
    public String toString() {
        return "KeySource[" + variable + "]";
    }
}
