package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.Discrepancy;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Finds all differences of some aspects, whoever is asked: what is not found any more is closed.
/// Each reads one moment of its own. Implemented by the rooms of `hub.store`.
public interface DiscrepancySource {
    /// No aspect is another's too.
    Set<BreakAspect> aspects();

    /// Goes through all that can differ, a bounded number at a time, and hands on what does.
    ///
    /// @param note takes a set; the next one is not read before it is done. If it fails, so does
    ///   this
    Uni<Void> find(BreakQuestion question, Function<List<Discrepancy>, Uni<Void>> note);
}
