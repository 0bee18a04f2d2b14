package io.credithub.source;

import io.credithub.flow.Content;
import io.credithub.flow.FileSignature;
import io.credithub.source.Refused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A folder into which a source writes three files for a delivery: the data, the manifest, and last
/// the done-file. What has landed goes to `.done`, what cannot be taken to `.failed` with the
/// reason beside it; nothing is deleted or overwritten, and no link is followed.
///
/// Files leave one by one, the data first and the done-file last: after a crash in between, [#tidy]
/// finds a done-file without data and finishes the move.
record DropFolder(Path folder) {
    static final String DONE = ".done";
    static final String KEPT = ".done";
    static final String FAILED = ".failed";

    private static final int MANIFEST_BYTES_MAX = 64 * 1024;
    private static final int SLOTS_MAX = 10_000;

    /// @throws Refused if it is not a plain file directly in this folder
    Content data(String name) {
        return plain(name);
    }

    /// @throws Refused if there is none, or not as agreed, or if it does not belong to the data
    Manifest manifest(String name) {
        if (!Files.exists(path(name + Manifest.SUFFIX), LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(Reason.NO_MANIFEST);
        }
        try (InputStream in = plain(name + Manifest.SUFFIX).open()) {
            byte[] bytes = in.readNBytes(MANIFEST_BYTES_MAX + 1);
            if (bytes.length > MANIFEST_BYTES_MAX) throw new Refused(Reason.BAD_MANIFEST);
            Manifest manifest = Manifest.parse(bytes);
            if (!manifest.file().equals(name)) throw new Refused(Reason.WRONG_NAME);
            return manifest;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @throws Refused if the manifest gives a digest and the data has another
    void check(String name, Manifest manifest) {
        if (manifest.sha256() == null) return;
        try (DigestInputStream in =
                new DigestInputStream(plain(name).open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (!found.equals(manifest.sha256())) throw new Refused(Reason.WRONG_DIGEST);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws Refused if its first bytes say that it is a workbook, an archive or an image
    void checkIsText(String name) {
        try {
            if (FileSignature.of(plain(name)) != null) throw new Refused(Reason.NOT_A_TEXT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The delivery has landed.
    void keep(String name) {
        moveAll(folder, name, slot(KEPT, name));
    }

    /// The delivery cannot be taken; the reason is written beside it, before anything moves.
    void park(String name, Reason reason) {
        Path slot = slot(FAILED, name);
        String text =
                "%s%n%s%n%s%n".formatted(reason.code(), reason.text().zh(), reason.text().en());
        try {
            Files.writeString(slot.resolve(name + ".reason.txt"), text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        moveAll(folder, name, slot);
    }

    /// Finishes what a crash cut short.
    void tidy() {
        for (String name : deliveries(folder)) {
            if (Files.exists(path(name), LinkOption.NOFOLLOW_LINKS)) continue;
            for (String kind : List.of(KEPT, FAILED)) {
                Path slot = slot(kind, name);
                if (Files.exists(slot.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    moveAll(folder, name, slot);
                    break;
                }
            }
        }
    }

    /// Puts what was kept back into the folder, if it was stated at or after a time. What comes a
    /// second time is the same delivery, and lands once.
    void bringBack(Instant from) {
        Path kept = folder.resolve(KEPT);
        if (!Files.isDirectory(kept, LinkOption.NOFOLLOW_LINKS)) return;
        DropFolder shelf = new DropFolder(kept);
        for (String name : deliveries(kept)) {
            boolean isFree = !Files.exists(path(name), LinkOption.NOFOLLOW_LINKS);
            if (isFree && !shelf.manifest(name).statedAt().isBefore(from)) {
                moveAll(kept, name, folder);
            }
        }
    }

    /// The names of the deliveries whose done-file lies in a folder.
    private static List<String> deliveries(Path where) {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(DONE) && name.length() > DONE.length())
                    .map(name -> name.substring(0, name.length() - DONE.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void moveAll(Path from, String name, Path to) {
        for (String file : List.of(name, name + Manifest.SUFFIX, name + DONE)) {
            Path source = from.resolve(file);
            if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) continue;
            try {
                Files.move(source, to.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// A folder in which nothing of that name is complete: the first, or else a numbered one inside
    /// it, so that a name that is used again overwrites nothing.
    private Path slot(String kind, String name) {
        Path first = folder.resolve(kind);
        for (int number = 1; number < SLOTS_MAX; number++) {
            Path slot = number == 1 ? first : first.resolve(String.valueOf(number));
            boolean isComplete = Files.exists(slot.resolve(name + DONE), LinkOption.NOFOLLOW_LINKS);
            boolean wouldOverwrite =
                    Files.exists(slot.resolve(name), LinkOption.NOFOLLOW_LINKS)
                            && Files.exists(path(name), LinkOption.NOFOLLOW_LINKS);
            if (!isComplete && !wouldOverwrite) return made(slot);
        }
        throw new IllegalStateException("too many deliveries of one name in " + first);
    }

    private static Path made(Path slot) {
        try {
            boolean isOurs = Files.isDirectory(slot, LinkOption.NOFOLLOW_LINKS);
            return isOurs ? slot : Files.createDirectories(slot);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Content plain(String name) {
        Path file = path(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(Reason.NOT_A_FILE);
        }
        return () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Path path(String name) {
        Path file = folder.resolve(name);
        if (!folder.equals(file.getParent()) || !name.equals(file.getFileName().toString())) {
            throw new Refused(Reason.NOT_A_FILE);
        }
        return file;
    }
}
