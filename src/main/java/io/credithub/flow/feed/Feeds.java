package io.credithub.flow.feed;

import java.util.List;
import java.util.Optional;

/// The feeds that this hub can use, as loaded from `mappings/` at the start.
public interface Feeds {
    Optional<FeedDefinition> find(String code);

    /// What is known of a feed even if it is off, because another of its files cannot be used.
    default Optional<FeedDefinition> stated(String code) {
        return find(code);
    }

    /// Those whose files can be used; ordered by code.
    List<FeedDefinition> all();
}
