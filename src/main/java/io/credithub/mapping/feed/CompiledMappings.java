package io.credithub.mapping.feed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Mappings by the digest of their folder: the same content is compiled once in a process, however
/// often the folder is read.
final class CompiledMappings {
    private static final int MOST = 200;
    private static final Map<String, FeedMapper> BY_DIGEST = new ConcurrentHashMap<>();

    private CompiledMappings() {}

    static Optional<FeedMapper> find(String digest) {
        return Optional.ofNullable(BY_DIGEST.get(digest));
    }

    /// @param mapper of a folder in which nothing was wrong
    static void keep(String digest, FeedMapper mapper) {
        if (BY_DIGEST.size() >= MOST) BY_DIGEST.clear();
        BY_DIGEST.put(digest, mapper);
    }
}
