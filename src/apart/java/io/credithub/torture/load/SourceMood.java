package io.credithub.torture.load;

import io.credithub.torture.hub.FaultKind;

/// How the pulled source answers.
public enum SourceMood {
    WELL,
    ERRORS,
    RESETS,
    TRUNCATES,
    RETRY_AFTER,
    ENDLESS,
    CIRCLES,
    GZIP_BOMB,
    HEADERS,
    DRIPS,
    TALKS;

    /// @throws IllegalArgumentException if the fault is none of a source
    public static SourceMood of(FaultKind kind) {
        return valueOf(kind.name().replaceFirst("^SOURCE_", ""));
    }
}
