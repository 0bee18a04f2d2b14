package io.credithub.flow.feed;

import io.credithub.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file of a drop folder that is not taken as it lies there.
///
/// @param name what cannot be shown of it is replaced
/// @param code stable
/// @param changedAt null where nobody can tell
public record IgnoredFile(String name, String code, Text reason, @Nullable Instant changedAt) {}
