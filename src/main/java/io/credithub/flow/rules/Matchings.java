package io.credithub.flow.rules;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// The decisions about the matching file and what feeds may report. Implemented by `hub.store`.
public interface Matchings {
    /// What was matched by under a number of what records are matched by; before the first
    /// decision, the first one.
    Uni<MatchingDecision> at(long basis);

    /// Every decision, the oldest first.
    Uni<List<MatchingDecision>> all();

    /// @param number of what records are matched by from then on
    /// @param by the key that decided; `start` for the first one, and for feeds that joined
    record MatchingDecision(
            long number, Instant since, String by, String reason, MatchingTerms terms) {}
}
