package io.credithub.flow.adjustment;

import io.credithub.domain.Credits;
import io.credithub.domain.adjustment.AdjustmentAct;
import io.credithub.domain.adjustment.AdjustmentState;
import io.credithub.domain.ledger.VersionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody decided, or proposed, that one content of a record earns.
///
/// @param credits that it earns by it
/// @param rules what the rules said when it was proposed
/// @param fourEyes whether a second person must agree
/// @param broken identity of the break that it was proposed from
/// @param history every step, in order; the first is the proposal
public record Adjustment(
        long id,
        AdjustmentState state,
        AdjustedRecord record,
        Credits credits,
        Credits rules,
        boolean fourEyes,
        String evidence,
        @Nullable UUID broken,
        List<AdjustmentStep> history) {
    public Adjustment {
        history = List.copyOf(history);
    }

    /// The content that it is about, as it is now.
    ///
    /// @param version of the record's contents, from 1
    /// @param teacherNo absent for a teacher without one
    /// @param division of the teacher's home county; empty: it is nobody's
    /// @param programme name as written
    /// @param state superseded: the source has corrected or withdrawn the content, and the
    ///   adjustment does not tell on what came instead
    /// @param earns what it earns as soon as it counts
    public record AdjustedRecord(
            UUID key,
            int version,
            String feed,
            String recordId,
            @Nullable String teacherNo,
            String division,
            String programme,
            VersionState state,
            Credits earns) {}

    /// A step of somebody.
    ///
    /// @param by the id of the key
    /// @param role of the key
    public record AdjustmentStep(
            AdjustmentAct act, Instant at, String by, String role, String reason) {}
}
