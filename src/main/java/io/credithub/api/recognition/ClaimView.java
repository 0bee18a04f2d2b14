package io.credithub.api.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Step;
import io.credithub.domain.policy.terms.ResultRule;
import io.credithub.domain.recognition.Appraisal;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimState;
import io.credithub.flow.recognition.Claim;
import io.credithub.flow.recognition.ClaimCheck.CheckedPart;
import io.credithub.flow.recognition.SimilarClaims.SimilarClaim;
import io.credithub.flow.recognition.ToldClaim;
import io.credithub.flow.recognition.ToldClaim.PostedClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A claim, its history, and what it would be worth or what it became.
///
/// @param revision of the claim; a returned one comes back with the next
/// @param worth while nobody has decided: what each participant would get by the policy in force
/// @param findings while nobody has decided: why it could not be recognised as it is now
/// @param dispatches what decisions gave the ledger: a delivery each, once it has landed
/// @param awards the lines of the ledger that came of it, in order
/// @param similar other claims in sight that may be of the same work, the newest first: a hint for
///   who decides
public record ClaimView(
        String number,
        Claim.ClaimingSchool school,
        ClaimState state,
        Text stateText,
        int revision,
        @Schema(ref = "Claim") JsonNode claim,
        List<DoneAction> history,
        List<WorthView> worth,
        List<ClaimProblem.Wrong> findings,
        List<Claim.Dispatch> dispatches,
        List<Line> awards,
        List<SimilarView> similar) {
    static ClaimView of(ToldClaim told) {
        Claim claim = told.claim();
        return new ClaimView(
                claim.number().toString(),
                claim.school(),
                claim.state(),
                claim.state().text(),
                claim.revision(),
                claim.body(),
                claim.history().stream().map(DoneAction::of).toList(),
                told.parts().stream().map(WorthView::of).toList(),
                told.findings().stream().map(ClaimProblem.Wrong::of).toList(),
                claim.dispatches(),
                told.lines().stream().map(line -> Line.of(claim, line)).toList(),
                told.similar().stream().map(SimilarView::of).toList());
    }

    /// Another claim with a participant and the category in common and a title alike, completed
    /// within a year of it, and neither refused nor withdrawn.
    public record SimilarView(
            String number, String title, ClaimState state, Text stateText, LocalDate completedOn) {
        static SimilarView of(SimilarClaim other) {
            return new SimilarView(
                    other.number().toString(),
                    other.title(),
                    other.state(),
                    other.state().text(),
                    other.completedOn());
        }
    }

    /// Something that was done about it.
    ///
    /// @param by the id of the key
    /// @param decidedCredits for the whole work
    public record DoneAction(
            int no,
            ClaimAction act,
            Text text,
            String by,
            Instant at,
            int revision,
            @Nullable String note,
            @Nullable Credits decidedCredits) {
        static DoneAction of(Claim.Event event) {
            return new DoneAction(
                    event.no(),
                    event.act(),
                    event.act().text(),
                    event.by(),
                    event.at(),
                    event.revision(),
                    event.note(),
                    event.decided());
        }
    }

    /// What a participant would get: credits, or from least to most where a reviewer decides.
    ///
    /// @param decide the bounds for the whole work; absent where nobody may decide
    /// @param steps the way to the credits; empty where somebody decides
    public record WorthView(
            String teacherNo,
            @Nullable String role,
            String rule,
            Text title,
            String paragraph,
            @Nullable Credits credits,
            @Nullable Bounds range,
            @Nullable Bounds decide,
            List<Step> steps) {
        static WorthView of(CheckedPart part) {
            return switch (part.appraisal()) {
                case Appraisal.Settled settled ->
                        worth(part, settled.rule(), settled.award(), settled.steps());
                case Appraisal.OpenAppraisal open -> open(part, open);
                case Appraisal.UnfitClaim _ ->
                        throw new IllegalStateException("what is unfit has findings");
            };
        }

        private static WorthView worth(
                CheckedPart part, ResultRule rule, Award award, List<Step> steps) {
            return new WorthView(
                    part.teacherNo(),
                    part.role(),
                    rule.code(),
                    rule.title(),
                    rule.paragraph(),
                    award.credits(),
                    null,
                    null,
                    steps);
        }

        private static WorthView open(CheckedPart part, Appraisal.OpenAppraisal open) {
            ResultRule rule = open.rule();
            return new WorthView(
                    part.teacherNo(),
                    part.role(),
                    rule.code(),
                    rule.title(),
                    rule.paragraph(),
                    null,
                    new Bounds(open.least().credits(), open.most().credits()),
                    new Bounds(open.bounds().least(), open.bounds().most()),
                    List.of());
        }
    }

    /// Both count themselves.
    public record Bounds(Credits least, Credits most) {}

    /// A line of the ledger.
    public record Line(
            String teacherNo,
            long seq,
            LedgerEntry.EntryKind kind,
            Credits credits,
            int schoolYear) {
        static Line of(Claim claim, PostedClaim posted) {
            JsonNode person = claim.body().path("participants").path(posted.participant());
            return new Line(
                    person.path("teacherNo").asText(),
                    posted.line().seq(),
                    posted.line().kind(),
                    posted.line().amounts().credits(),
                    posted.line().schoolYear());
        }
    }

    /// A claim in a list.
    public record ClaimBrief(
            String number,
            Claim.ClaimingSchool school,
            ClaimState state,
            Text stateText,
            int revision,
            String category,
            String title,
            String completedOn,
            int participants) {
        static ClaimBrief of(Claim claim) {
            JsonNode body = claim.body();
            return new ClaimBrief(
                    claim.number().toString(),
                    claim.school(),
                    claim.state(),
                    claim.state().text(),
                    claim.revision(),
                    body.path("category").asText(),
                    body.path("title").asText(),
                    body.path("completedOn").asText(),
                    body.path("participants").size());
        }
    }
}
