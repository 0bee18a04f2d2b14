package io.credithub.flow.rules;

import io.credithub.domain.completion.Level;
import io.credithub.domain.reconcile.Authority;
import io.credithub.flow.feed.FeedDefinition;
import java.util.Map;

/// What the file of a feed says that records are matched by.
///
/// @param precedence per level, smaller wins when systems report the same training
/// @param authority what it may report, and which credits it may decide
public record FeedTerms(Map<Level, Integer> precedence, Authority authority) {
    /// Of a feed that nobody ever stated anything of: it comes after all others.
    static final FeedTerms UNSTATED = new FeedTerms(Map.of(), Authority.UNSTATED);

    public FeedTerms {
        precedence = Map.copyOf(precedence);
    }

    public static FeedTerms of(FeedDefinition feed) {
        return new FeedTerms(feed.precedence(), feed.authority());
    }

    /// Smaller wins; a feed that names no precedence for a level comes after all that do.
    int precedence(Level level) {
        return precedence.getOrDefault(level, Integer.MAX_VALUE);
    }
}
