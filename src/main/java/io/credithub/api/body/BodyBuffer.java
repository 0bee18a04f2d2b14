package io.credithub.api.body;

import io.credithub.api.problem.ProblemCode;
import io.credithub.api.problem.ProblemException;
import io.credithub.domain.Sha256;
import io.credithub.flow.reading.FileSignature;
import io.credithub.flow.teacher.Sealing;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where bodies lie, unpacked, until they have landed, and never more of one than allowed: not of
/// what comes over the wire, and not of what it unpacks to.
@Singleton
public final class BodyBuffer {
    public static final int IN_MEMORY_BYTES_MAX = 1 << 18;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String PREFIX = "body-";

    /// No request lasts longer, so an older file was left by a process that was killed.
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(BodyBuffer.class);
    private static final int THREADS = 4;

    private final Path folder;
    private final ExecutorService disk =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("hub-spool-", 0).factory());
    private final Sealing sealing;
    private final SpoolDisk files;

    BodyBuffer(ApiConfig config, Sealing sealing, SpoolDisk files) {
        this.folder = config.folder();
        this.sealing = sealing.ofThisProcess();
        this.files = files;
    }

    /// Removes what a killed process left.
    void atStart(@Observes StartupEvent start) throws IOException {
        if (!Files.isDirectory(folder)) return;
        Instant limit = Instant.now().minus(LEFT_BEHIND);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// For what must wait for the disk. Few threads of its own: a slow disk or a body that is hard
    /// to unpack holds up other bodies, and nothing else.
    Executor disk() {
        return disk;
    }

    @PreDestroy
    void end() {
        disk.shutdown();
    }

    /// A body of which nothing has come yet.
    BufferWriting begin() {
        return new BufferWriting();
    }

    /// Waits for the disk if the body is packed or not in memory.
    ///
    /// @param raw what came over the wire, whole; it is gone afterwards
    /// @return to be closed by the caller
    /// @throws ProblemException if it is too large unpacked, broken, or no text at all
    /// @throws IOException if the spool cannot hold it: the sender is not to blame
    BufferedBody finish(BufferWriting raw, BodyEncoding encoding, BodyLimit limit)
            throws IOException {
        BufferedBody body = raw.whole();
        if (encoding == BodyEncoding.GZIP) {
            try (BufferedBody packed = body) {
                body = unpack(packed, limit);
            }
        }
        // The register of programmes may be a workbook; its reader says what is no table.
        boolean isAny = limit == BodyLimit.REQUEST || limit == BodyLimit.PROGRAMMES;
        return isAny ? body : text(body);
    }

    private BufferedBody unpack(BufferedBody packed, BodyLimit limit) throws IOException {
        BufferWriting writing = new BufferWriting();
        boolean isWhole = false;
        try (BoundedInputStream in = unpacked(packed, limit)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = unpacked(in, buffer); read >= 0; read = unpacked(in, buffer)) {
                if (in.getCount() > limit.bytesMax()) {
                    throw new ProblemException(ProblemCode.TOO_LARGE);
                }
                writing.add(Arrays.copyOf(buffer, read));
                if (writing.isDue()) writing.flush();
            }
            BufferedBody whole = writing.whole();
            isWhole = true;
            return whole;
        } finally {
            if (!isWhole) writing.drop();
        }
    }

    /// What is wrong with packed bytes is the sender's fault; any other failure is ours.
    ///
    /// @return one byte more than is allowed at most, so that it is seen whether there is one
    private static BoundedInputStream unpacked(BufferedBody packed, BodyLimit limit)
            throws IOException {
        InputStream in = packed.open();
        try {
            return BoundedInputStream.builder()
                    .setInputStream(new GZIPInputStream(in, BUFFER_BYTES))
                    .setMaxCount(limit.bytesMax() + 1)
                    .get();
        } catch (ZipException | EOFException broken) {
            in.close();
            throw new ProblemException(ProblemCode.BROKEN_BODY);
        }
    }

    private static int unpacked(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException | EOFException broken) {
            throw new ProblemException(ProblemCode.BROKEN_BODY);
        }
    }

    private static BufferedBody text(BufferedBody body) throws IOException {
        boolean isText = false;
        try {
            isText = FileSignature.of(body) == null;
        } finally {
            if (!isText) body.close();
        }
        if (isText) return body;
        throw new ProblemException(ProblemCode.NOT_A_TEXT);
    }

    /// One body on its way in. Goes over to a file when memory is not the place for it any more.
    /// Never used by two threads at once.
    final class BufferWriting {
        private final MessageDigest digest = Sha256.begin();
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable Path file;
        private @Nullable OutputStream out;
        private long bytes;

        void add(byte[] arrived) {
            digest.update(arrived);
            bytes += arrived.length;
            memory.writeBytes(arrived);
        }

        /// Whether it is time for [#flush].
        boolean isDue() {
            return memory.size() > IN_MEMORY_BYTES_MAX;
        }

        boolean isInMemory() {
            return file == null;
        }

        /// Waits for the disk.
        void flush() throws IOException {
            OutputStream to = out;
            if (to == null) {
                Files.createDirectories(folder);
                Path fresh = Files.createTempFile(folder, PREFIX, ".spool");
                file = fresh;
                to = new SealedFile(fresh, sealing, files).write();
                out = to;
            }
            memory.writeTo(to);
            memory.reset();
        }

        BufferedBody whole() throws IOException {
            if (file != null) {
                flush();
                if (out != null) out.close();
            }
            byte[] inMemory = file == null ? memory.toByteArray() : new byte[0];
            SealedFile sealed = file == null ? null : new SealedFile(file, sealing);
            return new BufferedBody(digest.digest(), bytes, inMemory, sealed);
        }

        /// What is left behind in spite of it goes at the next start.
        void drop() {
            closeIfRoom();
            try {
                if (file != null) Files.deleteIfExists(file);
            } catch (IOException failure) {
                LOG.warnf("a file of the spool stays until the next start: cause=%s", failure);
            }
        }

        /// Closing writes the last piece. A full disk does not take it, and nobody needs it any
        /// more; the file is closed either way.
        private void closeIfRoom() {
            try {
                if (out != null) out.close();
            } catch (IOException full) {
                LOG.debugf("a file of the spool has no end: cause=%s", full);
            }
        }
    }
}
