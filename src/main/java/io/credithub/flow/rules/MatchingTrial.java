package io.credithub.flow.rules;

import io.credithub.flow.feed.FileProblem;
import java.util.List;

/// Tries a matching file on its worked cases, as `./hub check` does.
@FunctionalInterface
public interface MatchingTrial {
    /// @return the cases that come out otherwise than they say; empty: all is well
    List<FileProblem> problems(MatchingVersion version);
}
