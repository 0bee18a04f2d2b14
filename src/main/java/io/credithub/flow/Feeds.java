package io.credithub.flow;

import java.util.List;
import java.util.Optional;

/// The feeds that this hub knows, as loaded from `mappings/` at the start.
public interface Feeds {
    Optional<FeedDefinition> find(String code);

    /// Ordered by code.
    List<FeedDefinition> all();
}
