package io.credithub.api;

import io.credithub.flow.FileSignature;
import io.quarkus.runtime.StartupEvent;
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
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Takes a body in, unpacked, and never more of it than allowed: not of what comes over the wire,
/// and not of what it unpacks to.
@Singleton
final class Spool {
    static final int IN_MEMORY_BYTES_MAX = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String PREFIX = "body-";

    /// No request lasts longer, so an older file was left by a process that was killed.
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path folder;

    Spool(ApiConfig config) {
        this.folder = config.folder();
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

    /// @param encoding the `Content-Encoding`: absent, `identity` or `gzip`
    /// @return to be closed by the caller
    /// @throws ProblemException if it is too large, broken, in another encoding, or no text at all
    Spooled take(InputStream wire, @Nullable String encoding, BodyLimit limit) {
        try {
            InputStream packed = new BoundedStream(wire, limit.bytesMax());
            Spooled body =
                    new Writing()
                            .copy(new BoundedStream(unpacked(packed, encoding), limit.bytesMax()));
            return text(body);
        } catch (BoundedStream.TooLong tooLong) {
            throw new ProblemException(ProblemCode.TOO_LARGE);
        } catch (ZipException | EOFException broken) {
            throw new ProblemException(ProblemCode.BROKEN_BODY);
        } catch (IOException cutOff) {
            throw new ProblemException(ProblemCode.BROKEN_BODY);
        }
    }

    private static Spooled text(Spooled body) throws IOException {
        if (FileSignature.of(body) == null) return body;
        body.close();
        throw new ProblemException(ProblemCode.NOT_A_TEXT);
    }

    private static InputStream unpacked(InputStream packed, @Nullable String encoding)
            throws IOException {
        String token = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (token) {
            case "", "identity" -> packed;
            case "gzip", "x-gzip" -> new GZIPInputStream(packed, BUFFER_BYTES);
            default -> throw new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        };
    }

    /// One body on its way in. Goes over to a file when memory is not the place for it any more.
    private final class Writing {
        private final MessageDigest digest = sha256();
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable Path file;
        private @Nullable OutputStream out;
        private long bytes;

        Spooled copy(InputStream in) throws IOException {
            boolean whole = false;
            try {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    write(buffer, read);
                }
                whole = true;
            } finally {
                if (out != null) out.close();
                if (!whole && file != null) Files.deleteIfExists(file);
            }
            return new Spooled(
                    digest.digest(),
                    bytes,
                    file == null ? memory.toByteArray() : new byte[0],
                    file);
        }

        private void write(byte[] buffer, int length) throws IOException {
            digest.update(buffer, 0, length);
            bytes += length;
            if (out == null && bytes > IN_MEMORY_BYTES_MAX) out = goOver();
            if (out == null) memory.write(buffer, 0, length);
            else out.write(buffer, 0, length);
        }

        private OutputStream goOver() throws IOException {
            Files.createDirectories(folder);
            file = Files.createTempFile(folder, PREFIX, ".spool");
            OutputStream to = Files.newOutputStream(file);
            memory.writeTo(to);
            memory.reset();
            return to;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
