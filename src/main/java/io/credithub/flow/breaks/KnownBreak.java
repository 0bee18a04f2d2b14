package io.credithub.flow.breaks;

import io.credithub.domain.Credits;
import io.credithub.domain.reconcile.BreakAspect;
import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.domain.reconcile.Discrepancy.FieldDifference;
import io.credithub.flow.delivery.Hours;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A break with both sides, as it is told.
///
/// @param identity the same in every run
/// @param owner whose move it is
/// @param teacherNo absent if it is nobody's, or not known whose
/// @param division that answers for it; empty: the province
/// @param schoolYear 0 if it is of none
/// @param ours what the registry goes by
/// @param theirs what stands against it: the record that the break is about
/// @param fields all that differ
/// @param events what happened since it was first seen, in order; empty in a list
public record KnownBreak(
        UUID identity,
        BreakAspect aspect,
        BreakCode code,
        BreakState state,
        BreakOwner owner,
        @Nullable String assignee,
        @Nullable String teacherNo,
        String division,
        @Nullable String school,
        int schoolYear,
        BreakSide ours,
        BreakSide theirs,
        List<FieldDifference> fields,
        @Nullable String cause,
        BreakTimes times,
        List<BreakEvent> events) {
    public KnownBreak {
        fields = List.copyOf(fields);
        events = List.copyOf(events);
    }

    /// The same with its history.
    public KnownBreak with(List<BreakEvent> history) {
        return new KnownBreak(
                identity,
                aspect,
                code,
                state,
                owner,
                assignee,
                teacherNo,
                division,
                school,
                schoolYear,
                ours,
                theirs,
                fields,
                cause,
                times,
                history);
    }

    /// One side of it; absent is what the side does not state.
    ///
    /// @param feed of the record, or whose total it is
    /// @param value of the field that gives the code
    public record BreakSide(
            @Nullable String feed,
            @Nullable String recordId,
            @Nullable Hours hours,
            @Nullable Credits credits,
            @Nullable String value) {}

    /// @param openedAt anew, if it was settled in between: its age counts from here
    /// @param closedBy a person, or the run that did not find it any more
    public record BreakTimes(
            Instant firstSeenAt,
            Instant lastSeenAt,
            int lastRun,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy) {}

    /// @param kind a word of a closed list
    /// @param state that it led to
    /// @param run that did it, if no person did
    /// @param from the state before, if a person did it
    /// @param owner whose move it was said to be
    /// @param assignee to whom it was given
    public record BreakEvent(
            Instant at,
            String by,
            String kind,
            BreakCode code,
            BreakState state,
            @Nullable Integer run,
            @Nullable String note,
            @Nullable BreakState from,
            @Nullable BreakOwner owner,
            @Nullable String assignee) {}
}
