package io.credithub.flow.reconciliation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/// Teachers of whom something changed in the ledger, and about whom only a look at all of their
/// records tells what cannot be true together. Implemented by `hub.store`.
@FunctionalInterface
public interface TouchedTeachers {
    /// Gives the next of them, and keeps that they were seen once the work is done: who fails, or
    /// dies over it, is given them again. At any time they are given to one only.
    ///
    /// @param work with their numbers; not asked if there are none
    /// @return whether there may be more; false, too, while somebody else is at it
    Uni<Boolean> next(Function<List<Integer>, Uni<Void>> work);
}
