package io.credithub.flow.recompute;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Form;
import io.credithub.domain.completion.Level;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.VersionState;
import io.credithub.domain.standing.Standing.Verdict;
import io.credithub.flow.rules.Rulebook.RulebookDecision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What other rules, another register of programmes or other terms of matching would change, or
/// have changed.
///
/// @param kind of what is changed
/// @param subject what is done to the register, or to the terms of matching, in a few words; absent
///   where rules change
/// @param against number of the rulebook in force when it was asked
/// @param matching number of what records were then matched by; absent where rules change
/// @param policies how the versions differ from those in force when it was asked
/// @param teachers how many there are to look at in the caller's jurisdiction
/// @param done how many of them have been looked at, or posted for; of a part of the hub, by the
///   share of the whole
/// @param decided by whom, when and why they were applied; absent: they were not
/// @param counties those with a difference, by division
/// @param unjudged records for which these rules have no answer
/// @param moves how many records matching puts elsewhere
public record Recomputation(
        int id,
        RecomputationKind kind,
        @Nullable String subject,
        Instant askedAt,
        String askedBy,
        RecomputationState state,
        String policy,
        int against,
        @Nullable Long matching,
        List<PolicyChange> policies,
        int teachers,
        int done,
        @Nullable Instant finishedAt,
        @Nullable RulebookDecision decided,
        List<County> counties,
        List<UnjudgedRecords> unjudged,
        List<MovedRecords> moves) {
    /// What is changed.
    public enum RecomputationKind {
        RULES,
        REGISTER,
        /// The matching file, and what feeds may report.
        MATCHING
    }

    /// How far it is.
    public enum RecomputationState {
        TELLING,
        TOLD,
        APPLYING,
        APPLIED,
        /// It stopped half way. Applying again goes on.
        FAILED;

        public boolean isOver() {
            return this == TOLD || this == APPLIED || this == FAILED;
        }
    }

    /// What becomes of one policy.
    ///
    /// @param change as the terms compare, whatever the texts
    public record PolicyChange(String policy, Change change) {
        public enum Change {
            ADDED,
            CHANGED,
            REMOVED,
            SAME
        }
    }

    /// Differences in one county. A teacher counts once for each cycle that comes out otherwise.
    ///
    /// @param awards that come out otherwise
    /// @param gaining teachers of whom more would be recognised
    /// @param losing teachers of whom less would be
    /// @param newlyQualified and no longer so
    public record County(
            String division,
            long teachers,
            long awards,
            long gaining,
            long losing,
            Credits earnedBefore,
            Credits earnedAfter,
            Credits recognisedBefore,
            Credits recognisedAfter,
            long newlyQualified,
            long noLongerQualified) {}

    /// A teacher's cycle that would come out otherwise.
    ///
    /// @param teacherNo null of a teacher who has none
    /// @param awards that come out otherwise
    public record TeacherChange(
            int teacher,
            @Nullable String teacherNo,
            int cycle,
            String division,
            int awards,
            CycleAmounts before,
            CycleAmounts after) {}

    /// Where a teacher's cycle is.
    public record CycleAmounts(Credits earned, Credits recognised, Verdict verdict) {}

    /// @param category of a self-directed result, else empty
    public record UnjudgedRecords(
            String policy, Level level, Form form, String category, long records) {}

    /// Records that matching puts elsewhere.
    ///
    /// @param hold why they would be held, or were until then; absent: neither
    public record MovedRecords(
            VersionState before, VersionState after, @Nullable HoldReason hold, long records) {}

    /// A record that matching puts elsewhere.
    ///
    /// @param teacherNo null of a teacher who has none
    public record MovedRecord(
            UUID key,
            int number,
            String feed,
            String recordId,
            @Nullable String teacherNo,
            String division,
            RecordPlace before,
            RecordPlace after) {}

    /// Where matching has a record.
    ///
    /// @param hold why it is held
    /// @param peer key of the record that counts in its place, or that it is held for
    /// @param rule by which the two belong together
    public record RecordPlace(
            VersionState state,
            @Nullable HoldReason hold,
            @Nullable UUID peer,
            @Nullable MatchRule rule) {}
}
