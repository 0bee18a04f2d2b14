package io.credithub.flow.recompute;

import io.credithub.domain.programme.EntryChange;
import io.credithub.domain.programme.ProgrammeEntries;
import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// The programme register inside the ledger transaction, and what of it is only thought of.
/// Implemented by `hub.store`.
public interface RegisterStore {
    /// Every entry as it is in force.
    Uni<ProgrammeEntries> entries(LedgerTransaction ledger);

    /// Keeps what changes, under the next number of what records are matched by, which is in force
    /// from then on.
    ///
    /// @return the number
    Uni<Long> keep(LedgerTransaction ledger, Deciding deciding, List<EntryChange> changes);

    /// Notes what a recomputation is about. Nothing of it is in force.
    Uni<Void> propose(int recomputation, List<EntryChange> changes);

    /// The same, as it was noted.
    Uni<List<EntryChange>> proposed(int recomputation);
}
