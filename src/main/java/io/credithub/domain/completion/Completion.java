package io.credithub.domain.completion;

/// What a source says of one of its records. Exactly two things: it was completed, or it is
/// withdrawn.
public sealed interface Completion permits Completed, Withdrawal {
    /// Unique within the feed and stable for ever; 1–128 characters.
    String recordId();

    /// What the record itself says of its place among its versions.
    SourceVersion version();
}
