package io.credithub.mapping.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/// Mappings by the digest of their folder: the same content is compiled once in a process, however
/// often the folder is read.
final class CompiledMappings {
    private static final int MOST = 200;
    private static final Cache<String, FeedMapper> BY_DIGEST =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private CompiledMappings() {}

    static Optional<FeedMapper> find(String digest) {
        return Optional.ofNullable(BY_DIGEST.getIfPresent(digest));
    }

    /// @param mapper of a folder in which nothing was wrong
    static void keep(String digest, FeedMapper mapper) {
        BY_DIGEST.put(digest, mapper);
    }
}
