package io.credithub.api.hold;

import io.credithub.api.teacher.TrainingView;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.completion.TrainingRole;
import io.credithub.domain.hold.HoldDecision;
import io.credithub.domain.ledger.HoldReason;
import io.credithub.domain.ledger.HoldReason.HoldKind;
import io.credithub.domain.ledger.MatchRule;
import io.credithub.domain.ledger.RecordContent.Origin;
import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.Valuation;
import io.credithub.domain.ledger.VersionState;
import io.credithub.flow.hold.Hold;
import io.credithub.flow.hold.Hold.HeldSide;
import io.credithub.flow.hold.Hold.HoldFile;
import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A held record as the API tells it: both sides, why, and what was decided.
///
/// @param id key of the record
/// @param kind what is asked: released or refused, or the same training or a different one
/// @param rule by which it belongs to the peer
/// @param peer that it is held for, or counts in its place
/// @param decision the last one
/// @param history every decision, the newest first; of a single hold only
public record HoldView(
        UUID id,
        HoldState state,
        HoldReason reason,
        HoldKind kind,
        Text why,
        @Nullable MatchRule rule,
        @Nullable Text by,
        @Nullable String teacherNo,
        String division,
        SideView record,
        @Nullable SideView peer,
        @Nullable HoldDecisionView decision,
        @Nullable List<HoldDecisionView> history) {

    /// One of the two records, with all that it states.
    ///
    /// @param session 期次
    /// @param startedOn first day, where the source says
    /// @param evidence how many kinds of it
    /// @param credits by the rules in force; posted only while it is in force
    /// @param sourceCredits the source's own figure
    public record SideView(
            String feed,
            String recordId,
            long delivery,
            long position,
            @Nullable VersionState state,
            @Nullable String code,
            @Nullable String session,
            @Nullable String organiser,
            TrainingView training,
            TrainingRole role,
            @Nullable LocalDate startedOn,
            int evidence,
            Credits credits,
            @Nullable Credits sourceCredits) {
        static SideView of(HeldSide side) {
            RecordVersion version = side.version();
            Origin origin = version.copy().origin();
            Valuation worth = Objects.requireNonNull(version.copy().worth());
            Integer stated = worth.sourceCredits();
            return new SideView(
                    origin.feedCode(),
                    origin.recordId(),
                    origin.delivery(),
                    origin.position(),
                    version.was(),
                    worth.training().title().code(),
                    worth.training().title().session(),
                    worth.training().title().organiser(),
                    TrainingView.of(side.programme(), worth.facts()),
                    worth.facts().role(),
                    worth.training().startedOn(),
                    worth.evidence(),
                    new Credits(worth.price().credits()),
                    stated == null ? null : new Credits(stated));
        }
    }

    /// What was decided once.
    ///
    /// @param by the id of a key
    public record HoldDecisionView(
            HoldDecision decision, HoldReason reason, String why, Instant at, String by) {
        static HoldDecisionView of(PastDecision past) {
            return new HoldDecisionView(
                    past.decision(), past.reason(), past.why(), past.at(), past.by());
        }
    }

    static HoldView of(Hold hold) {
        return of(hold, null);
    }

    static HoldView of(HoldFile file) {
        return of(file.hold(), file.history().stream().map(HoldDecisionView::of).toList());
    }

    private static HoldView of(Hold hold, @Nullable List<HoldDecisionView> history) {
        MatchRule rule = hold.rule();
        HeldSide peer = hold.peer();
        PastDecision decision = hold.decision();
        return new HoldView(
                hold.record().version().copy().key(),
                hold.state(),
                hold.reason(),
                hold.reason().kind(),
                hold.reason().text(),
                rule,
                rule == null ? null : rule.text(),
                hold.teacherNo(),
                hold.division(),
                SideView.of(hold.record()),
                peer == null ? null : SideView.of(peer),
                decision == null ? null : HoldDecisionView.of(decision),
                history);
    }
}
