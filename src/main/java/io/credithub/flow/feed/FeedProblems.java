package io.credithub.flow.feed;

import java.util.List;
import java.util.Optional;

/// Which feeds are off since the start, and why. Those keep the others from nothing: what they have
/// landed before waits for them.
public interface FeedProblems {
    /// The first thing that is wrong with it; empty for a feed that runs.
    Optional<FeedProblem> of(String feed);

    /// One for each feed that is off, ordered by code.
    List<FeedProblem> all();
}
