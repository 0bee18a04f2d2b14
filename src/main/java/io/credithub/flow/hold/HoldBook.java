package io.credithub.flow.hold;

import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided about held records, under the ledger lock. Implemented by `hub.store`.
public interface HoldBook {
    /// Whose a record is that matching has placed.
    ///
    /// @param last the last decision about it
    record OwnedRecord(int teacher, @Nullable PastDecision last) {}

    /// What is to be kept. A decision about a pair is the last word on the pair, too.
    ///
    /// @param version the content of the record, from 1
    record NewDecision(
            UUID record,
            int version,
            HoldReason reason,
            @Nullable UUID peer,
            @Nullable MatchRule rule,
            HoldDecision decision,
            String why,
            String by) {}

    /// @return nothing of a record that is nobody's, or whose teacher is not within
    Uni<Map<UUID, OwnedRecord>> owned(
            LedgerTransaction ledger, Collection<UUID> records, Jurisdiction within);

    Uni<Void> keep(LedgerTransaction ledger, List<NewDecision> decisions);
}
