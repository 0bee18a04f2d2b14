package io.credithub.report.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.credithub.flow.subscription.Parcel;
import io.credithub.flow.subscription.SendFailure;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.Executor;

/// Lays a report down in a folder: each file is written beside its place, made durable and renamed,
/// the report first and its manifest last, so that whoever sees the manifest finds the report
/// whole. Sent again, it takes the same places.
final class FolderCourier implements Courier {
    private static final String NO_FOLDER = "目标文件夹不存在 · the folder is not there";
    private static final String UNWRITTEN = "目标文件夹写不下 · the folder cannot be written to";

    private static final String PART = ".part";

    private final Path folder;
    private final Executor workers;
    private final Renaming renaming;

    /// How a file takes its place.
    interface Renaming {
        Renaming ATOMIC =
                (from, to) ->
                        Files.move(
                                from,
                                to,
                                StandardCopyOption.ATOMIC_MOVE,
                                StandardCopyOption.REPLACE_EXISTING);

        void rename(Path from, Path to) throws IOException;
    }

    FolderCourier(Path folder, Executor workers, Renaming renaming) {
        this.folder = folder;
        this.workers = workers;
        this.renaming = renaming;
    }

    @Override
    public Uni<String> carry(Parcel parcel, Path file) {
        return Uni.createFrom().item(() -> lay(parcel, file)).runSubscriptionOn(workers);
    }

    private String lay(Parcel parcel, Path file) {
        if (!Files.isDirectory(folder)) throw SendFailure.passing(NO_FOLDER);
        try {
            // What an earlier try left would say of this report what was so of that one.
            Files.deleteIfExists(folder.resolve(parcel.manifestName()));
            try (InputStream report = Files.newInputStream(file)) {
                put(parcel.fileName(), out -> report.transferTo(out));
            }
            put(parcel.checksumName(), out -> out.write(parcel.checksumLine().getBytes(UTF_8)));
            put(parcel.manifestName(), out -> out.write(parcel.manifest().getBytes(UTF_8)));
        } catch (IOException unwritten) {
            throw SendFailure.passing(UNWRITTEN, unwritten);
        }
        return "renamed";
    }

    private void put(String name, FileContent content) throws IOException {
        sweep(name);
        // Nobody else's: who is at it still, after its time, must not rename what is half there.
        Path part = folder.resolve(name + "." + UUID.randomUUID() + PART);
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS)) {
            content.write(Channels.newOutputStream(channel));
            channel.force(true);
        }
        renaming.rename(part, folder.resolve(name));
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /// What earlier tries left half written.
    private void sweep(String name) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, name + "*" + PART)) {
            for (Path part : left) Files.deleteIfExists(part);
        }
    }

    private interface FileContent {
        void write(OutputStream out) throws IOException;
    }
}
