package io.credithub.flow.feed;

import io.credithub.domain.Text;

/// Why a feed is off: one of its files, or a key of its configuration, cannot be used.
///
/// @param code stable
/// @param file relative to the project; for a fault of the configuration, its key
/// @param path inside the file, as a pointer or a line; empty for all of it
/// @param fix what to do about it
public record FeedProblem(
        String feed, String code, String file, String path, Text message, Text fix) {
    /// As `hub check` lists it.
    public FileProblem problem() {
        return new FileProblem(file, path, message, fix);
    }
}
