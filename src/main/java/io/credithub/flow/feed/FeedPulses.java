package io.credithub.flow.feed;

import io.smallrye.mutiny.Uni;
import java.util.List;

/// Implemented by `hub.store`.
public interface FeedPulses {
    /// Of all feeds on the books, ordered by code.
    Uni<List<FeedPulse>> all();
}
