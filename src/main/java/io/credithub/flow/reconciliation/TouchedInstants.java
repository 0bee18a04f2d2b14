package io.credithub.flow.reconciliation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/// Teachers whose records say the very instant at which others' records of the feed and title were
/// changed, where what became of the others' may change what becomes of theirs. Implemented by
/// `hub.store`.
@FunctionalInterface
public interface TouchedInstants {
    /// Gives the next of them, and keeps that they were seen once the work is done: who fails, or
    /// dies over it, is given them again. At any time they are given to one only.
    ///
    /// @param least so many teachers are too many; asked only if something was touched
    /// @param work with their numbers; not asked if there are none
    /// @return whether there may be more; false, too, while somebody else is at it
    Uni<Boolean> next(Uni<Integer> least, Function<List<Integer>, Uni<Void>> work);
}
