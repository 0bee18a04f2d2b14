package io.credithub.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/// A new key, before the registry knows it.
///
/// @param secretHash what the registry keeps
/// @param text for its holder, who sees it once
public record DrawnKey(String id, byte[] secretHash, String text) {
    public static DrawnKey draw() {
        ApiKey key = ApiKey.draw(new SecureRandom());
        return new DrawnKey(key.id(), key.hash(), key.text());
    }

    /// Into a file that only its user may read.
    public void writeTo(Path file) throws IOException {
        new KeyFile(file).write(text);
    }

    /// A secret is never printed.
    @Override
    public String toString() {
        return "DrawnKey[" + id + "]";
    }
}
