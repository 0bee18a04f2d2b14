package io.credithub.flow.breaks;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run, as it is told to somebody: what it looked at and what it left, as far as that lies in
/// their view.
///
/// @param division six digits
/// @param schoolYear null: all
/// @param askedBy a key, or the hub itself
/// @param steps how many there are, and `stepsDone` how many are over
/// @param summary by county, code, owner and state; empty in a list of runs
public record BreakRun(
        int id,
        String division,
        @Nullable Integer schoolYear,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        RunState state,
        int steps,
        int stepsDone,
        RunCounts counts,
        @Nullable RunBasis basis,
        List<BreakSum> summary) {
    public BreakRun {
        summary = List.copyOf(summary);
    }

    /// Where a run is.
    public enum RunState {
        /// Another one is under way.
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /// What a run came to.
    ///
    /// @param compared records that were looked at
    /// @param found differences, those for information too
    /// @param opened that were not known
    /// @param reopened that were known as settled, and are another difference now
    /// @param changed known ones of which code, amounts or fields changed
    /// @param corrected known ones that are there no more
    /// @param inQuestion by how much both sides of the open ones differ
    public record RunCounts(
            long compared,
            long found,
            long opened,
            long reopened,
            long changed,
            long corrected,
            Credits inQuestion) {}

    /// What a run went by.
    ///
    /// @param ledgerSeq the last line of the ledger
    public record RunBasis(int rulebook, long matching, long ledgerSeq) {}

    /// Breaks that a run left, of one county.
    public record BreakSum(
            String division,
            BreakCode code,
            BreakOwner owner,
            BreakState state,
            long breaks,
            Credits inQuestion) {}
}
