package io.credithub.source.drop;

import io.credithub.flow.feed.IgnoredFile;
import io.credithub.flow.reading.FileSignature;
import io.credithub.flow.result.Unavailable;
import io.credithub.source.drop.DropFile.DropStamp;
import io.credithub.source.poll.DeliveryRefused;
import io.credithub.source.poll.DeliveryRefused.Reason;
import io.credithub.source.poll.SourceConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;

/// A folder into which a source writes three files for a delivery: the data, the manifest, and last
/// the done-file. What has landed goes to `.done`, what cannot be taken to `.failed` with the
/// reason beside it; nothing is deleted or overwritten, and no link is followed.
///
/// Files leave one by one, the data first and the done-file last: after a crash in between, [#tidy]
/// finds a done-file without data and finishes the move.
///
/// @param archive where `.done` and `.failed` lie; the folder itself, or one that the source does
///   not reach
/// @param bytesMax of a data file
public record DropFolder(Path folder, Path archive, long bytesMax) {
    static final String DONE = ".done";
    public static final String KEPT = ".done";
    public static final String FAILED = ".failed";

    private static final int MANIFEST_BYTES_MAX = 64 * 1024;
    private static final int SLOTS_MAX = 10_000;
    private static final int MARKED_MAX = 10_000;

    static DropFolder of(SourceConfig.Feed settings) {
        Path folder = settings.folder().orElseThrow().toAbsolutePath().normalize();
        Path archive = settings.archive().map(Path::toAbsolutePath).orElse(folder).normalize();
        return new DropFolder(folder, archive, settings.fileBytesMax().asLongValue());
    }

    /// What is done in a folder that is held open.
    private interface Work<T> {
        T in(OwnFolder folder) throws IOException;
    }

    private static <T> T within(Path path, Work<T> work) {
        try (OwnFolder open = OwnFolder.open(path)) {
            return work.in(open);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The names of the deliveries that can be read, the first by name.
    public List<String> ready(int max) {
        return within(folder, open -> new DropListing(open).ready(max));
    }

    /// @param now what is older than a day is an orphan
    public List<IgnoredFile> ignored(Instant now) {
        return within(folder, open -> new DropListing(open).ignored(now));
    }

    /// Reads a delivery, each file of it once.
    ///
    /// @return to be closed by the caller
    /// @throws Refused if it will never be good: no manifest, another digest, no plain file
    /// @throws Unavailable if it is written to while it is read
    public DropFile read(String name) {
        if (Path.of(name).getNameCount() != 1 || name.equals("..") || name.equals(".")) {
            throw new DeliveryRefused(Reason.NOT_A_FILE);
        }
        return within(folder, open -> read(open, name));
    }

    private DropFile read(OwnFolder open, String name) throws IOException {
        String beside = name + Manifest.SUFFIX;
        if (!open.has(beside)) throw new DeliveryRefused(Reason.NO_MANIFEST);
        DropStamp written = plain(open, beside);
        Manifest manifest = manifest(open, beside);
        if (!manifest.file().equals(name)) throw new DeliveryRefused(Reason.WRONG_NAME);
        DropStamp data = plain(open, name);
        DropContent content;
        try (InputStream in = open.read(name)) {
            content = DropContent.read(in, bytesMax);
        }
        DropFile file = new DropFile(name, manifest, content, data, written);
        try {
            check(open, file);
            return file;
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static Manifest manifest(OwnFolder open, String name) throws IOException {
        try (InputStream in = open.read(name)) {
            byte[] bytes = in.readNBytes(MANIFEST_BYTES_MAX + 1);
            if (bytes.length > MANIFEST_BYTES_MAX) throw new DeliveryRefused(Reason.BAD_MANIFEST);
            return Manifest.parse(bytes);
        }
    }

    private static void check(OwnFolder open, DropFile file) throws IOException {
        if (!file.isIn(open)) throw new Unavailable("a whole file: it is still being written");
        String wanted = file.manifest().sha256();
        if (wanted != null && !wanted.equals(file.content().sha256())) {
            throw new DeliveryRefused(Reason.WRONG_DIGEST);
        }
        if (FileSignature.of(file.content()) != null) throw new DeliveryRefused(Reason.NOT_A_TEXT);
    }

    private static DropStamp plain(OwnFolder open, String name) throws IOException {
        BasicFileAttributes is = open.attributes(name);
        if (is == null || !is.isRegularFile() || open.links(name) > 1) {
            throw new DeliveryRefused(Reason.NOT_A_FILE);
        }
        return DropStamp.of(is);
    }

    /// The delivery has landed. One that was written anew meanwhile stays, and lands too.
    public void keep(DropFile file) {
        within(
                folder,
                open -> {
                    if (file.isIn(open)) moveAll(open, file.name(), KEPT);
                    return true;
                });
    }

    /// The delivery cannot be taken; the reason is written beside it, before anything moves.
    public void park(String name, Reason reason) {
        String text =
                "%s%n%s%n%s%n".formatted(reason.code(), reason.text().zh(), reason.text().en());
        within(
                folder,
                open -> {
                    try (OwnFolder to = slot(open, FAILED, name);
                            OutputStream out = to.write(ReasonName.of(name))) {
                        out.write(text.getBytes(StandardCharsets.UTF_8));
                    }
                    moveAll(open, name, FAILED);
                    return true;
                });
    }

    /// Whether the hub's own folders are its own, before anything is read.
    ///
    /// @throws Unavailable if one is not
    public void requireOwn() {
        within(
                archive,
                open -> {
                    open.child(KEPT).close();
                    open.child(FAILED).close();
                    return true;
                });
    }

    /// Finishes what a crash cut short.
    void tidy() {
        within(
                folder,
                open -> {
                    for (String name : new DropListing(open).marked(MARKED_MAX)) {
                        if (!open.has(name)) finish(open, name);
                    }
                    return true;
                });
    }

    private void finish(OwnFolder open, String name) throws IOException {
        for (String kind : List.of(KEPT, FAILED)) {
            boolean hasBegun;
            try (OwnFolder to = slot(open, kind, name)) {
                hasBegun = to.has(name);
            }
            if (!hasBegun) continue;
            moveAll(open, name, kind);
            return;
        }
    }

    /// Puts what was kept back into the folder, if it was stated at or after a time. What comes a
    /// second time is the same delivery, and lands once.
    public void bringBack(Instant from) {
        within(
                archive,
                open -> {
                    try (OwnFolder kept = open.child(KEPT);
                            OwnFolder to = OwnFolder.open(folder)) {
                        for (String name : new DropListing(kept).marked(MARKED_MAX)) {
                            if (to.has(name) || !isStatedSince(kept, name, from)) continue;
                            moveAll(kept, name, to);
                        }
                    }
                    return true;
                });
    }

    private static boolean isStatedSince(OwnFolder kept, String name, Instant from)
            throws IOException {
        try {
            String beside = name + Manifest.SUFFIX;
            plain(kept, beside);
            return !manifest(kept, beside).statedAt().isBefore(from);
        } catch (DeliveryRefused changedMeanwhile) {
            return false;
        }
    }

    private void moveAll(OwnFolder from, String name, String kind) throws IOException {
        try (OwnFolder to = slot(from, kind, name)) {
            moveAll(from, name, to);
        }
    }

    private static void moveAll(OwnFolder from, String name, OwnFolder to) throws IOException {
        for (String file : List.of(name, name + Manifest.SUFFIX, name + DONE)) {
            if (from.has(file)) from.move(file, to);
        }
    }

    /// A folder in which nothing of that name is complete: the first, or else a numbered one inside
    /// it, so that a name that is used again overwrites nothing.
    private OwnFolder slot(OwnFolder from, String kind, String name) throws IOException {
        try (OwnFolder shelf = OwnFolder.open(archive);
                OwnFolder first = shelf.child(kind)) {
            for (int number = 1; number < SLOTS_MAX; number++) {
                boolean isFirst = number == 1;
                OwnFolder slot = isFirst ? shelf.child(kind) : first.child(String.valueOf(number));
                boolean wouldOverwrite = slot.has(name) && from.has(name);
                if (!slot.has(name + DONE) && !wouldOverwrite) return slot;
                slot.close();
            }
        }
        throw new IllegalStateException("too many deliveries of one name in " + kind);
    }
}
