package io.credithub.source.drop;

import io.credithub.flow.feed.IgnoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tells the files of a drop folder that are taken from those that are not. Names are only
/// compared: nothing in them means anything.
final class DropListing {
    static final Duration ORPHAN_AFTER = Duration.ofDays(1);

    private static final int LISTED_MAX = 1_000;
    private static final String DONE = DropFolder.DONE;

    private final OwnFolder folder;

    DropListing(OwnFolder folder) {
        this.folder = folder;
    }

    /// The first deliveries by name whose done-file and data are there.
    List<String> ready(int max) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path entry : folder.entries()) {
            String name = delivery(entry);
            if (name == null || ignored(name) != null) continue;
            names.add(name);
            if (names.size() > max) names.pollLast();
        }
        return List.copyOf(names);
    }

    /// Deliveries of which the done-file is there, with the data or without.
    List<String> marked(int max) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path entry : folder.entries()) {
            String name = delivery(entry);
            if (name != null && names.size() < max) names.add(name);
        }
        return List.copyOf(names);
    }

    private static @Nullable String delivery(Path entry) {
        String text = text(entry);
        boolean isDone = text.endsWith(DONE) && text.length() > DONE.length();
        if (!isDone || !isPlain(entry, text) || text.startsWith(".")) return null;
        String name = text.substring(0, text.length() - DONE.length());
        return isOdd(name) ? null : name;
    }

    /// @return null if there are data which may be tried
    private @Nullable DropIgnored ignored(String name) throws IOException {
        BasicFileAttributes is = folder.attributes(name);
        if (is == null) return DropIgnored.WAITING;
        return is.isRegularFile() && folder.links(name) > 1 ? DropIgnored.HARD_LINK : null;
    }

    /// Everything that is not taken as it lies there, by name.
    List<IgnoredFile> ignored(Instant now) throws IOException {
        List<IgnoredFile> all = new ArrayList<>();
        for (Path entry : folder.entries()) {
            if (all.size() >= LISTED_MAX) break;
            IgnoredFile one = ignored(entry, now);
            if (one != null) all.add(one);
        }
        all.sort(Comparator.comparing(IgnoredFile::name));
        return List.copyOf(all);
    }

    private @Nullable IgnoredFile ignored(Path entry, Instant now) throws IOException {
        String text = text(entry);
        if (!isPlain(entry, text)) return told(text, DropIgnored.BAD_NAME, null);
        BasicFileAttributes is = folder.attributes(text);
        boolean isOwn = text.equals(DropFolder.KEPT) || text.equals(DropFolder.FAILED);
        if (is == null || (isOwn && is.isDirectory())) return null;
        Instant changedAt = is.lastModifiedTime().toInstant();
        DropIgnored why = why(text, is);
        if (why == null) return null;
        boolean isOld = changedAt.isBefore(now.minus(ORPHAN_AFTER));
        boolean isOrphan = why == DropIgnored.WAITING && isOld;
        return told(text, isOrphan ? DropIgnored.ORPHAN : why, changedAt);
    }

    private static IgnoredFile told(String text, DropIgnored why, @Nullable Instant changedAt) {
        String shown = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return new IgnoredFile(shown, why.code(), why.reason(), changedAt);
    }

    private @Nullable DropIgnored why(String text, BasicFileAttributes is) throws IOException {
        if (is.isSymbolicLink()) return DropIgnored.LINK;
        if (is.isDirectory()) return DropIgnored.FOLDER;
        if (!is.isRegularFile()) return DropIgnored.NOT_A_FILE;
        if (text.startsWith(".")) return DropIgnored.HIDDEN;
        if (folder.links(text) > 1) return DropIgnored.HARD_LINK;
        String name = data(text);
        if (isOdd(name)) return DropIgnored.ENDING;
        boolean isWhole = folder.has(name) && folder.has(name + DONE);
        return isWhole ? null : DropIgnored.WAITING;
    }

    /// What the file belongs to: itself, or what it is a manifest or a done-file of.
    private static String data(String text) {
        for (String suffix : List.of(DONE, Manifest.SUFFIX)) {
            if (text.endsWith(suffix) && text.length() > suffix.length()) {
                return text.substring(0, text.length() - suffix.length());
            }
        }
        return text;
    }

    /// A done-file or a manifest is no data, whatever else lies beside it.
    private static boolean isOdd(String name) {
        return name.endsWith(DONE) || name.endsWith(Manifest.SUFFIX);
    }

    private static String text(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    /// Whether the name can be written down, and means the same file when it is read again.
    private static boolean isPlain(Path entry, String text) {
        boolean isText = text.chars().noneMatch(Character::isISOControl);
        if (!isText || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) return false;
        return Path.of(text).equals(entry.getFileName());
    }
}
