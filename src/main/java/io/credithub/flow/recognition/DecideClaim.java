package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Article;
import io.credithub.domain.Credits;
import io.credithub.domain.completion.CanonicalBytes;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Completed.Evidence;
import io.credithub.domain.completion.Completion;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.SourceVersion;
import io.credithub.domain.completion.Training.SelfDirected;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimWorkflow.ClaimStep;
import io.credithub.flow.access.Caller;
import io.credithub.flow.recognition.ClaimCheck.Checked;
import io.credithub.flow.recognition.ClaimCheck.CheckedPart;
import io.credithub.flow.recognition.ClaimOutbox.Pending;
import io.credithub.flow.recognition.ClaimRepository.ClaimMove;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a county does: it recognises, refuses or returns a claim, and takes a recognition back. The
/// decision is committed with the very records that it makes; they are pushed after that.
@Article({"四(三)", "四(四)", "五(一)", "五(二)"})
@Singleton
public final class DecideClaim {
    private final ClaimRepository files;
    private final ClaimCheck check;
    private final PushDecisions pushes;
    private final ClaimQuery tell;

    public DecideClaim(
            ClaimRepository files, ClaimCheck check, PushDecisions pushes, ClaimQuery tell) {
        this.files = files;
        this.check = check;
        this.pushes = pushes;
        this.tell = tell;
    }

    /// What is decided.
    ///
    /// @param act one of the county's
    /// @param note why
    /// @param decided credits for the whole work, where the policy leaves them open; as they came
    /// @param revision of the body that was looked at; null: the last one
    public record ClaimVerdict(
            ClaimAction act,
            @Nullable String note,
            @Nullable JsonNode decided,
            @Nullable Integer revision) {}

    public Uni<Outcome<ActedClaim, ClaimRefusal>> decide(
            Caller caller, ClaimNumber number, ClaimVerdict verdict) {
        return files.find(number, Visibility.of(caller.grant()))
                .chain(found -> {
                    if (found.isEmpty()) return Uni.createFrom().item(Outcome.notFound());
                    Claim claim = found.get();
                    if (verdict.revision() != null && verdict.revision() != claim.revision()) {
                        return refused(new ClaimRefusal.ChangedMeanwhile());
                    }
                    ClaimStep outcome =
                            ClaimActions.take(claim, verdict.act(), caller, verdict.note());
                    return outcome instanceof ClaimStep.BarredStep barred
                            ? refused(new ClaimRefusal.BarredAction(barred.why()))
                            : decide(caller, claim, verdict);
                });
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> decide(
            Caller caller, Claim claim, ClaimVerdict verdict) {
        if (verdict.act() == ClaimAction.RECOGNISE) return recognise(caller, claim, verdict);
        byte[] payload = verdict.act() == ClaimAction.REVOKE ? withdrawals(claim) : null;
        return move(caller, claim, verdict, new Made(null, payload));
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> recognise(
            Caller caller, Claim claim, ClaimVerdict verdict) {
        return check.decided(new ClaimBody(claim.body()), verdict.decided())
                .chain(checked ->
                        switch (checked) {
                            case Checked.Unfit unfit ->
                                    refused(new ClaimRefusal.InvalidClaim(unfit.findings()));
                            case Checked.Fit fit -> {
                                boolean isOpen = fit.parts().stream().anyMatch(CheckedPart::isOpen);
                                yield isOpen && verdict.decided() == null
                                        ? refused(
                                                new ClaimRefusal.InvalidClaim(List.of(undecided())))
                                        : move(
                                                caller,
                                                claim,
                                                verdict,
                                                recognised(claim, fit.parts()));
                            }
                        });
    }

    private static Finding undecided() {
        return ClaimBody.about(ClaimCheck.missing(), 0);
    }

    /// What a decision makes.
    ///
    /// @param decided by the reviewer, for the whole work
    /// @param payload null: nothing for the ledger
    private record Made(@Nullable Credits decided, byte @Nullable [] payload) {}

    private Uni<Outcome<ActedClaim, ClaimRefusal>> move(
            Caller caller, Claim claim, ClaimVerdict verdict, Made made) {
        ClaimActions.ActionRemark said =
                new ClaimActions.ActionRemark(verdict.note(), made.decided());
        Claim.Event event = ClaimActions.event(claim, verdict.act(), caller, said);
        byte[] payload = made.payload();
        return files.move(new ClaimMove(claim.number(), event, null, payload))
                .chain(moved -> {
                    if (!moved) return refused(new ClaimRefusal.ChangedMeanwhile());
                    Uni<Boolean> pushed =
                            payload == null
                                    ? Uni.createFrom().item(true)
                                    : pushes.soon(new Pending(claim.number(), event.no(), payload));
                    return pushed.chain(() -> told(caller, claim.number()));
                });
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> told(Caller caller, ClaimNumber number) {
        return tell.tell(number, Visibility.of(caller.grant()))
                .map(told -> Outcome.done(new ActedClaim(told.orElseThrow(), false)));
    }

    /// The records of a recognition. Their revision is the number of the decision, so that a later
    /// one supersedes whatever order they arrive in.
    private static Made recognised(Claim claim, List<CheckedPart> parts) {
        BigDecimal decided = null;
        List<Completion> records = new ArrayList<>();
        for (int n = 0; n < parts.size(); n++) {
            Completed completed = parts.get(n).completed();
            BigDecimal credits = ((SelfDirected) completed.training()).decidedCredits();
            if (credits != null) decided = credits;
            records.add(record(claim, n, completed));
        }
        return new Made(decided == null ? null : Credits.rounded(decided), lines(records));
    }

    private static Completed record(Claim claim, int n, Completed completed) {
        List<Evidence> papers = new ArrayList<>(completed.evidence());
        papers.add(new Evidence(Evidence.Kind.DECISION, claim.number().toString()));
        return new Completed(
                claim.number().recordId(n + 1),
                new SourceVersion(claim.version() + 1, null),
                completed.teacher(),
                completed.program(),
                completed.level(),
                completed.training(),
                completed.role(),
                completed.themes(),
                completed.startedOn(),
                completed.completedOn(),
                completed.sourceCredits(),
                papers);
    }

    private static byte[] withdrawals(Claim claim) {
        List<Completion> records = new ArrayList<>();
        for (int n = 0; n < new ClaimBody(claim.body()).participants(); n++) {
            SourceVersion version = new SourceVersion(claim.version() + 1, null);
            records.add(new Withdrawal(claim.number().recordId(n + 1), version));
        }
        return lines(records);
    }

    private static byte[] lines(List<Completion> records) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Completion record : records) {
            lines.writeBytes(CanonicalBytes.of(Objects.requireNonNull(record)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static Uni<Outcome<ActedClaim, ClaimRefusal>> refused(ClaimRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }
}
