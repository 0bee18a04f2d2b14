package io.credithub.flow.hold;

import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that is held, or was until a registrar decided. It is known by the record's key.
///
/// @param reason why it is held; of a decided one, why it was
/// @param rule by which it belongs to the peer
/// @param teacherNo absent for a teacher without one
/// @param division of the teacher's home county
/// @param peer that it is held for, or counts in its place; absent if there is none any more
/// @param decision the last one about it
public record Hold(
        HoldState state,
        HoldReason reason,
        @Nullable MatchRule rule,
        @Nullable String teacherNo,
        String division,
        HeldSide record,
        @Nullable HeldSide peer,
        @Nullable PastDecision decision) {
    /// One of the two records.
    ///
    /// @param programme name as written
    public record HeldSide(RecordVersion version, String programme) {}

    /// A hold with everything that was ever decided about it, the newest first.
    public record HoldFile(Hold hold, List<PastDecision> history) {}

    /// What was decided once.
    ///
    /// @param version the content of the record that it was decided by, from 1
    /// @param peer key of the other record
    public record PastDecision(
            HoldDecision decision,
            int version,
            HoldReason reason,
            @Nullable UUID peer,
            @Nullable MatchRule rule,
            String why,
            Instant at,
            String by) {}
}
