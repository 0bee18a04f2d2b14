package io.credithub.flow.feed;

import io.credithub.domain.reconcile.Authority;
import java.util.List;
import java.util.Optional;

/// The feeds that this hub can use, as loaded from `mappings/` at the start.
public interface Feeds {
    Optional<FeedDefinition> find(String code);

    /// What is known of a feed even if it is off, because another of its files cannot be used.
    default Optional<FeedDefinition> stated(String code) {
        return find(code);
    }

    /// What a feed may report and decide. Of one whose file cannot be read, or is gone, whatever it
    /// reported stands, but what it decided does not: a broken file releases nothing that is held.
    default Authority authority(String code) {
        return stated(code).map(FeedDefinition::authority).orElse(Authority.UNSTATED);
    }

    /// Those whose files can be used; ordered by code.
    List<FeedDefinition> all();
}
