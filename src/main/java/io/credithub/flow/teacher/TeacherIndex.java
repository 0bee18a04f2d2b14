package io.credithub.flow.teacher;

import io.smallrye.mutiny.Uni;
import java.util.Collection;

/// Finds teachers by what a record says of them. Implemented by `hub.store`.
///
/// Asked without the ledger lock, the answer is as of a moment: when the lock comes, the roster may
/// have changed, which the ledger transaction tells. Asked of the transaction itself, it holds
/// until that ends.
public interface TeacherIndex {
    /// The teachers that these keys name.
    Uni<Identified> identify(Collection<TeacherKeys> keys);

    /// Where these teachers are and were.
    ///
    /// @param teachers their numbers in the registry
    Uni<Residences> places(Collection<Integer> teachers);
}
