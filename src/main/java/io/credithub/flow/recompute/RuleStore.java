package io.credithub.flow.recompute;

import io.credithub.flow.ledger.LedgerTransaction;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/// What a change of rules needs inside the ledger transaction. Implemented by `hub.store`.
public interface RuleStore {
    /// Puts the rules in force that a recomputation is about.
    Uni<Void> decide(LedgerTransaction ledger, int recomputation, Deciding deciding);

    /// The numbers of the teachers of a stretch.
    Uni<List<Integer>> teachers(LedgerTransaction ledger, BatchResult.TeacherRange stretch);

    /// Records of which a content has no teacher, in order of their keys.
    ///
    /// @param after keys above this one
    Uni<List<UUID>> withoutTeacher(LedgerTransaction ledger, UUID after, int most);
}
