package io.credithub.flow.recompute;

import io.credithub.flow.recompute.Recomputations.StartedRecomputation;

/// Does what takes its time, after the answer was given. Implemented on the roof.
public interface RecomputationWork {
    /// Works out what rules would change.
    void tell(StartedRecomputation begun);

    /// Posts what follows from rules that were put in force.
    void apply(int id);
}
