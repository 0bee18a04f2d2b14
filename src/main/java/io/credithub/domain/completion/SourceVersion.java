package io.credithub.domain.completion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a record itself says of its place among the versions of that record.
///
/// @param revision at least 1; a higher one supersedes
/// @param updatedAt supersedes by time where there is no revision
public record SourceVersion(@Nullable Integer revision, @Nullable Instant updatedAt) {
    public static final SourceVersion NONE = new SourceVersion(null, null);
}
