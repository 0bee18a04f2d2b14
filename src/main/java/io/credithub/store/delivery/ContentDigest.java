package io.credithub.store.delivery;

import io.credithub.domain.Sha256;
import io.credithub.flow.reading.Content;
import io.credithub.flow.teacher.Sealing;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// What tells one content from another, and its length.
///
/// @param sha256 what the sender may compute itself
/// @param keyed what is stored: of a content that can be guessed, it says nothing without the key
record ContentDigest(byte[] sha256, byte[] keyed, long bytes) {
    private static final int BUFFER = 1 << 16;

    static ContentDigest of(Content content, Sealing sealing) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        long bytes = 0;
        try (InputStream in = content.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                bytes += read;
            }
        }
        byte[] digest = sha256.digest();
        return new ContentDigest(digest, sealing.keyed(digest), bytes);
    }
}
