package io.credithub.flow.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided about the awards of contents, under the ledger lock. Implemented by
/// `hub.store`.
public interface AdjustmentBook {
    /// What a break is about.
    ///
    /// @param record key of the record that the ledger goes by; absent: there is none
    record BrokenRecord(@Nullable UUID record) {}

    /// @return null: there is no such break, or it is not within
    Uni<@Nullable BrokenRecord> broken(
            LedgerTransaction ledger, UUID identity, Jurisdiction within);

    /// Whose a record is that matching has placed.
    ///
    /// @return null if it is nobody's, or the teacher is not within
    Uni<@Nullable Integer> owner(LedgerTransaction ledger, UUID record, Jurisdiction within);

    /// Whether one is proposed or posted of this content.
    Uni<Boolean> isOpen(LedgerTransaction ledger, UUID record, int version);

    /// What is to be kept of a proposal.
    ///
    /// @param version the content of the record, from 1
    /// @param broken identity of the break that it is made from
    record NewAdjustment(
            UUID record,
            int version,
            Credits credits,
            Credits rules,
            boolean fourEyes,
            String evidence,
            @Nullable UUID broken) {}

    /// @return its id
    Uni<Long> propose(LedgerTransaction ledger, NewAdjustment proposed, Signed by);

    /// Who takes a step, and why.
    ///
    /// @param by the id of the key
    /// @param role of the key
    record Signed(String by, String role, String reason) {}

    /// As far as a step depends on it.
    ///
    /// @param proposedBy the id of the key
    record OpenAdjustment(
            AdjustmentState state, UUID record, int version, Credits credits, String proposedBy) {}

    /// @return null: there is none, or the teacher is not within
    Uni<@Nullable OpenAdjustment> find(LedgerTransaction ledger, long id, Jurisdiction within);

    /// Puts the step into the history, before anything is posted by it, and into that of the break
    /// that it was proposed from.
    Uni<Void> take(LedgerTransaction ledger, long id, AdjustmentAct act, Signed by);
}
