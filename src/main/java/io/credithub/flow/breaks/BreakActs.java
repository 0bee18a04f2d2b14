package io.credithub.flow.breaks;

import io.credithub.domain.reconcile.BreakAction;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.Breaks.BreakFilter;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people do about breaks, each with its place in the history. Implemented by `hub.store`.
///
/// Whoever is overtaken by a run or by somebody else looks again: what is not possible any more is
/// not done.
public interface BreakActs {
    /// So many breaks may be named in one request.
    int NAMED_MAX = 1_000;

    /// So many are acted on at once by a filter; the rest is left, and told.
    int FILTERED_MAX = 20_000;

    /// @param within breaks of other divisions are as if there were none
    /// @return refused: it is not possible in the state that the break is in
    Uni<Outcome<BreakState, BarredBreak>> act(UUID identity, Jurisdiction within, BreakDeed deed);

    /// The same about all of these, in one transaction. What is not possible with one costs the
    /// others nothing.
    ///
    /// @param identities at most [#NAMED_MAX]; one that is named twice is one
    Uni<BulkDeed> actAll(List<UUID> identities, Jurisdiction within, BreakDeed deed);

    /// The same about those that a filter names, the longest open first, at most [#FILTERED_MAX].
    Uni<BulkDeed> actAll(BreakFilter filter, BreakDeed deed);

    /// @param reason absent only if the action needs none
    /// @param assignee to whom it is given; absent: to nobody
    /// @param owner whose move it is, if that is changed
    /// @param by the id of the key
    record BreakDeed(
            BreakAction action,
            @Nullable String reason,
            @Nullable String assignee,
            @Nullable BreakOwner owner,
            String by) {
        /// @throws IllegalArgumentException if a reason or an owner is missing: a caller's bug
        public BreakDeed {
            if (action.needsReason() && reason == null) {
                throw new IllegalArgumentException("no reason: " + action);
            }
            if (action == BreakAction.CHANGE_OWNER && owner == null) {
                throw new IllegalArgumentException("to whom?");
            }
        }
    }

    /// A break with which something cannot be done.
    ///
    /// @param state that it is in; absent: there is no such break in sight
    record BarredBreak(UUID identity, @Nullable BreakState state) {}

    /// @param done with how many it was done
    /// @param barred with which not
    /// @param isMore whether the filter names others, which were left
    record BulkDeed(long done, List<BarredBreak> barred, boolean isMore) {
        public BulkDeed {
            barred = List.copyOf(barred);
        }
    }
}
