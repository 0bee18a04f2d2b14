package io.credithub.torture;

/// How the pulled source answers.
enum SourceMood {
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
    static SourceMood of(FaultKind kind) {
        return valueOf(kind.name().replaceFirst("^SOURCE_", ""));
    }
}
