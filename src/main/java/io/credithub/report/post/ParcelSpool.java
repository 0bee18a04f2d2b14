package io.credithub.report.post;

import io.credithub.domain.Sha256;
import io.credithub.flow.report.ReportJob.ReportMark;
import io.credithub.flow.subscription.SendFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/// A report's file on this machine while it is sent, for the hub's user alone to read.
final class ParcelSpool {
    private static final String CHANGED =
            "保存的文件与其 SHA-256 不符,未投递 · the kept file is not what its SHA-256 says";

    private static final String HEAD = "credithub-report-";
    private static final String END = ".spool";

    private final Path file;
    private final OutputStream out;
    private final MessageDigest digest;
    private long bytes;

    private ParcelSpool(Path file, OutputStream out, MessageDigest digest) {
        this.file = file;
        this.out = out;
        this.digest = digest;
    }

    /// Removes what a process left that went down in the middle.
    static void sweep(Instant before) throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, HEAD + "*" + END)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static ParcelSpool begin() throws IOException {
        Path file =
                Files.createTempFile(
                        HEAD,
                        END,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        return new ParcelSpool(file, Files.newOutputStream(file), Sha256.begin());
    }

    ParcelSpool write(byte[] piece) throws IOException {
        out.write(piece);
        digest.update(piece);
        bytes += piece.length;
        return this;
    }

    /// @throws SendFailure if it is not what was made
    Path end(ReportMark mark) throws IOException {
        out.close();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (bytes != mark.bytes() || !sha256.equals(mark.sha256())) {
            throw SendFailure.passing(CHANGED);
        }
        return file;
    }

    boolean remove() throws IOException {
        out.close();
        return Files.deleteIfExists(file);
    }
}
