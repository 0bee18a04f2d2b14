package io.credithub.flow.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chunks that landed. Implemented by `hub.store`.
public interface Chunks {
    /// @return the chunk, or null if it is done already
    Uni<@Nullable LandedChunk> load(ChunkRef ref);

    /// Landed and not done, after a crash and for the sweeper: some of every feed, in turn small
    /// ones and old ones.
    Uni<List<ChunkRef>> open(int atMost);

    /// How many of each feed are neither done nor broken; feeds without any are missing.
    Uni<Map<String, Long>> waiting();

    /// For how long the oldest chunk has waited that is neither done nor broken; zero if none does.
    Uni<Duration> oldestOpen();
}
