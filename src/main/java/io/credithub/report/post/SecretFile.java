package io.credithub.report.post;

import io.credithub.flow.subscription.SendFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A secret in a mounted file, read anew each time, so that a new one needs no restart.
record SecretFile(Path path) {
    private static final String UNREADABLE =
            "投递目标的密钥文件读不到 · a file with a secret of the target cannot be read";

    /// @return without blanks at the ends
    String read() {
        try {
            return Files.readString(path).strip();
        } catch (IOException unreadable) {
            throw SendFailure.passing(UNREADABLE);
        }
    }
}
