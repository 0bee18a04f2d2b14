package io.credithub.source.drop;

import io.credithub.flow.result.Unavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder that is held open, so that whatever is done in it is done in that folder, even if
/// somebody puts another one, or a link to one, in its place meanwhile. No link is followed.
///
/// The system must be able to do so (Linux and macOS are): where it is not, a drop folder is not
/// read.
public final class OwnFolder implements Closeable {
    /// No file system of those that the hub runs on has longer names.
    private static final int NAME_BYTES_MAX = 255;

    private final Path path;
    private final SecureDirectoryStream<Path> files;

    private OwnFolder(Path path, SecureDirectoryStream<Path> files) {
        this.path = path;
        this.files = files;
    }

    /// @param path may be reached by links: an operator has named it
    @SuppressWarnings("StreamResourceLeak") // closed with the folder
    static OwnFolder open(Path path) throws IOException {
        return new OwnFolder(path, secure(path, Files.newDirectoryStream(path)));
    }

    /// A folder inside this one that belongs to the hub; it is made if it is missing.
    ///
    /// @throws Unavailable if there is something else of that name: a link, a file, a folder that
    ///   another user has made
    OwnFolder child(String name) throws IOException {
        Path where = path.resolve(name);
        if (attributes(name) == null) Files.createDirectory(where);
        BasicFileAttributes is = attributes(name);
        if (is == null || !is.isDirectory() || !isOurs(where)) throw foreign(where);
        Path relative = Path.of(name);
        return new OwnFolder(
                where,
                secure(where, files.newDirectoryStream(relative, LinkOption.NOFOLLOW_LINKS)));
    }

    /// Whether there is something of that name which is no folder of the hub's own.
    public static boolean isForeign(Path where) {
        if (!Files.exists(where, LinkOption.NOFOLLOW_LINKS)) return false;
        try {
            return !Files.isDirectory(where, LinkOption.NOFOLLOW_LINKS) || !isOurs(where);
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static boolean isOurs(Path where) throws IOException {
        Object owner = Files.getAttribute(where, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return Objects.equals(owner, ProcessUser.ID);
    }

    private static final class ProcessUser {
        static final @Nullable Object ID = id();

        private ProcessUser() {}

        private static @Nullable Object id() {
            try {
                Path mine = Files.createTempFile("credithub-", ".user");
                try {
                    return Files.getAttribute(mine, "unix:uid");
                } finally {
                    Files.delete(mine);
                }
            } catch (IOException | RuntimeException unknown) {
                return null;
            }
        }
    }

    private static Unavailable foreign(Path where) {
        return new Unavailable(
                DropFault.FOREIGN_FOLDER.of(
                        where.getFileName() + " is no folder of the hub's own: remove it"));
    }

    @SuppressWarnings("unchecked")
    private static SecureDirectoryStream<Path> secure(Path path, DirectoryStream<Path> files)
            throws IOException {
        if (files instanceof SecureDirectoryStream<?> secure) {
            return (SecureDirectoryStream<Path>) secure;
        }
        files.close();
        throw new Unavailable("a system that can hold a folder open: " + path.getFileName());
    }

    /// @return null if there is nothing of that name
    @Nullable BasicFileAttributes attributes(String name) throws IOException {
        if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) return null;
        try {
            return files.getFileAttributeView(
                            Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    boolean has(String name) throws IOException {
        return attributes(name) != null;
    }

    /// How many names a file has; a second one may lie where the hub must not read.
    int links(String name) throws IOException {
        return (int)
                Files.getAttribute(path.resolve(name), "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    }

    InputStream read(String name) throws IOException {
        return Channels.newInputStream(
                files.newByteChannel(
                        Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /// Writes a file anew.
    OutputStream write(String name) throws IOException {
        if (has(name)) files.deleteFile(Path.of(name));
        return Channels.newOutputStream(
                files.newByteChannel(
                        Path.of(name),
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS)));
    }

    /// Moves a file, whatever it is, into another folder. Between two file systems it is copied
    /// first, and a link is then only removed.
    void move(String name, OwnFolder to) throws IOException {
        Path file = Path.of(name);
        try {
            files.move(file, to.files, file);
        } catch (AtomicMoveNotSupportedException another) {
            BasicFileAttributes is = attributes(name);
            if (is != null && is.isRegularFile()) {
                try (InputStream in = read(name);
                        OutputStream out = to.write(name)) {
                    in.transferTo(out);
                }
            }
            files.deleteFile(file);
        }
    }

    Iterable<Path> entries() {
        return files;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
