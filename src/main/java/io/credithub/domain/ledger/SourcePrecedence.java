package io.credithub.domain.ledger;

import io.credithub.domain.completion.Level;

/// Which system is believed first for a level: a level's own system before the others.
@FunctionalInterface
public interface SourcePrecedence {
    /// @param feed the feed's code
    /// @return smaller wins
    int of(String feed, Level level);
}
