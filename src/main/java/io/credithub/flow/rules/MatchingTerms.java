package io.credithub.flow.rules;

import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What records are matched by, beside the register of programmes: the matching file, and what the
/// files of feeds say of each.
///
/// @param feeds by their codes
public record MatchingTerms(MatchingVersion file, Map<String, FeedTerms> feeds) {
    public MatchingTerms {
        feeds = Collections.unmodifiableMap(new TreeMap<>(feeds));
    }

    /// By another file, and with other terms of some feeds; a feed of which nothing is said keeps
    /// its own.
    public MatchingTerms with(MatchingVersion other, Map<String, FeedTerms> some) {
        Map<String, FeedTerms> all = new TreeMap<>(feeds);
        all.putAll(some);
        return new MatchingTerms(other, all);
    }

    /// Of one that nobody ever stated anything of, whatever it reports stands, and it decides
    /// nothing.
    public Authority authority(String feed) {
        return feeds.getOrDefault(feed, FeedTerms.UNSTATED).authority();
    }

    /// Which feed is believed first for a level.
    public int precedence(String feed, Level level) {
        return feeds.getOrDefault(feed, FeedTerms.UNSTATED).precedence(level);
    }
}
