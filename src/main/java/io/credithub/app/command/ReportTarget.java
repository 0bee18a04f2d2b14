package io.credithub.app.command;

import io.credithub.app.command.pipe.PipeOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Where a report is put: written beside its place and given its name once it is whole, so that it
/// is never half there; or the standard output.
///
/// @param file null: the standard output
/// @param overwrites whether a file that is there may be replaced
record ReportTarget(@Nullable Path file, boolean overwrites) {
    /// What was written.
    ///
    /// @param sha256 64 hex digits
    record WrittenReport(long bytes, String sha256) {}

    /// Whether something stands there that must stay.
    boolean isTaken() {
        return file != null && !overwrites && Files.exists(file);
    }

    /// @param sha256 that it must have
    /// @throws IOException with one line, if it cannot be written or is another
    WrittenReport take(InputStream body, String sha256) throws IOException {
        Path whole = file;
        if (whole == null) {
            try (OutputStream out = new BufferedOutputStream(PipeOutput.standard())) {
                return copied(body, out, sha256);
            }
        }
        try {
            return put(whole, body, sha256);
        } catch (FileSystemException unwritable) {
            String why = unwritable.getClass().getSimpleName();
            throw new IOException(
                    "写不到 it cannot be written: " + whole + " (" + why + ")", unwritable);
        }
    }

    private WrittenReport put(Path whole, InputStream body, String sha256) throws IOException {
        Path folder = whole.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "." + whole.getFileName(), ".part");
        try {
            WrittenReport written;
            try (OutputStream out = Files.newOutputStream(part)) {
                written = copied(body, out, sha256);
            }
            if (isTaken()) throw new FileAlreadyExistsException(whole.toString());
            Files.move(
                    part,
                    whole,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static WrittenReport copied(InputStream body, OutputStream out, String sha256)
            throws IOException {
        MessageDigest digest = sha256();
        DigestOutputStream digested = new DigestOutputStream(out, digest);
        long bytes = body.transferTo(digested);
        digested.flush();
        String found = HexFormat.of().formatHex(digest.digest());
        if (found.equals(sha256)) return new WrittenReport(bytes, found);
        throw new IOException("文件不完整或有改动。the file is not what the hub made: " + found);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
