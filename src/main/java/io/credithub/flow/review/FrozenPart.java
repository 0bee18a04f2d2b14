package io.credithub.flow.review;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of a signed statement, as it was made.
///
/// @param name in the package
/// @param rows in all of its tables
public record FrozenPart(String name, long rows, byte[] content) {
    /// By which it is known again.
    ///
    /// @param sha256 64 hex digits
    public record PartMark(String name, long bytes, long rows, String sha256) {}

    public PartMark mark() {
        return new PartMark(name, content.length, rows, sha256(content));
    }

    /// 64 hex digits in lower case.
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// It may name people.
    @Override
    public String toString() {
        return "FrozenPart[" + name + "]";
    }
}
