package io.credithub.mapping.feed;

import io.credithub.domain.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Which version of a mapping it is: SHA-256 over the names and bytes of what decides.
final class FolderDigest {
    private FolderDigest() {}

    /// Examples and READMEs decide nothing and do not count.
    static String of(Path folder) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        for (Path file : files(folder)) {
            sha256.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("examples"))
                    .filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
