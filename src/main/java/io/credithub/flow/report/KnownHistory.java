package io.credithub.flow.report;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/// What the registry knew before, row by row. It is kept for a while. Implemented by `hub.store`.
public interface KnownHistory {
    /// Lets go of some of what is older. From then on nobody is told of a moment before.
    ///
    /// @param kept for how long it is kept; the registry keeps more where something rests on it
    /// @param most rows at a time, at most
    /// @return how many went; fewer than `most`: nothing is left to do for now
    Uni<Integer> prune(Duration kept, int most);
}
