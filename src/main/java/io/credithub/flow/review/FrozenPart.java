package io.credithub.flow.review;

import io.credithub.domain.Sha256;

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
        return new PartMark(name, content.length, rows, Sha256.hex(content));
    }

    /// It may name people.
    @Override
    public String toString() {
        return "FrozenPart[" + name + "]";
    }
}
