package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Article;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.recognition.ClaimAction;
import io.credithub.domain.recognition.ClaimWorkflow.ClaimStep;
import io.credithub.flow.access.Caller;
import io.credithub.flow.recognition.ClaimCheck.Checked;
import io.credithub.flow.recognition.ClaimRepository.ClaimIdentity;
import io.credithub.flow.recognition.ClaimRepository.ClaimMove;
import io.credithub.flow.recognition.ClaimRepository.Earlier;
import io.credithub.flow.recognition.ClaimRepository.NewClaim;
import io.credithub.flow.result.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a school does: it claims, sends again what the county returned, and takes back what nobody
/// has decided yet. The county may stand in for it.
@Article({"四(四)", "五(一)", "五(二)"})
@Singleton
public final class SubmitClaim {
    private final ClaimRepository files;
    private final ClaimCheck check;
    private final ClaimQuery tell;

    public SubmitClaim(ClaimRepository files, ClaimCheck check, ClaimQuery tell) {
        this.files = files;
        this.check = check;
        this.tell = tell;
    }

    /// Files a claim. The same again under the same key or reference gives the first one.
    ///
    /// @param key the sender's idempotency key
    public Uni<Outcome<ActedClaim, ClaimRefusal>> submit(
            Caller caller, JsonNode content, @Nullable String key) {
        ClaimBody body = new ClaimBody(content);
        if (!body.findings().isEmpty()) return refused(body.findings());
        Visibility sight = Visibility.of(caller.grant());
        String school = sight.schoolCode() == null ? body.schoolCode() : sight.schoolCode();
        ClaimIdentity identity = new ClaimIdentity(caller.key(), key, sight, school, body.ref());
        return files.earlier(identity, body.normal())
                .chain(earlier ->
                        earlier.isEmpty()
                                ? check.submitted(body, sight)
                                        .chain(checked -> file(checked, identity, body))
                                : repeated(earlier, sight));
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> file(
            Checked checked, ClaimIdentity identity, ClaimBody body) {
        if (checked instanceof Checked.Unfit unfit) return refused(unfit.findings());
        Claim.ClaimingSchool school = ((Checked.Fit) checked).school();
        if (school == null) throw new IllegalStateException("a claim that fits has its school");
        return files.file(new NewClaim(school, identity, body.normal()))
                .chain(filed ->
                        filed.isPresent()
                                ? done(filed.get(), identity.sight(), false)
                                : files.earlier(identity, body.normal())
                                        .chain(first -> repeated(first, identity.sight())));
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> repeated(
            List<Earlier> earlier, Visibility sight) {
        for (Earlier one : earlier) {
            if (!one.isSame()) return refused(new ClaimRefusal.TakenReference(one.isByKey()));
        }
        return done(earlier.getFirst().number(), sight, true);
    }

    /// Sends a returned claim again, with what the county asked for.
    public Uni<Outcome<ActedClaim, ClaimRefusal>> resubmit(
            Caller caller, ClaimNumber number, JsonNode content) {
        ClaimBody body = new ClaimBody(content);
        Visibility sight = Visibility.of(caller.grant());
        return files.find(number, sight)
                .chain(found -> {
                    if (found.isEmpty()) return Uni.createFrom().item(Outcome.notFound());
                    Claim claim = found.get();
                    ClaimStep outcome =
                            ClaimActions.take(claim, ClaimAction.RESUBMIT, caller, null);
                    if (outcome instanceof ClaimStep.BarredStep barred) {
                        return refused(new ClaimRefusal.BarredAction(barred.why()));
                    }
                    if (!body.findings().isEmpty()) return refused(body.findings());
                    if (!isSameReference(claim, body)) return refused(otherReference());
                    return check.submitted(body, ClaimActions.of(claim.school()))
                            .chain(checked ->
                                    checked instanceof Checked.Unfit unfit
                                            ? refused(unfit.findings())
                                            : again(caller, claim, body));
                });
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> again(
            Caller caller, Claim claim, ClaimBody body) {
        Claim.Event event =
                ClaimActions.event(
                        claim,
                        ClaimAction.RESUBMIT,
                        caller,
                        new ClaimActions.ActionRemark(null, null));
        ClaimMove move = new ClaimMove(claim.number(), event, body.normal(), null);
        return moved(move, Visibility.of(caller.grant()));
    }

    /// Takes a claim back before it is decided.
    public Uni<Outcome<ActedClaim, ClaimRefusal>> withdraw(
            Caller caller, ClaimNumber number, @Nullable String note) {
        Visibility sight = Visibility.of(caller.grant());
        return files.find(number, sight)
                .chain(found -> {
                    if (found.isEmpty()) return Uni.createFrom().item(Outcome.notFound());
                    Claim claim = found.get();
                    ClaimStep outcome =
                            ClaimActions.take(claim, ClaimAction.WITHDRAW, caller, note);
                    if (outcome instanceof ClaimStep.BarredStep barred) {
                        return refused(new ClaimRefusal.BarredAction(barred.why()));
                    }
                    Claim.Event event =
                            ClaimActions.event(
                                    claim,
                                    ClaimAction.WITHDRAW,
                                    caller,
                                    new ClaimActions.ActionRemark(note, null));
                    return moved(new ClaimMove(claim.number(), event, null, null), sight);
                });
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> moved(ClaimMove move, Visibility sight) {
        return files.move(move)
                .chain(moved ->
                        moved
                                ? done(move.number(), sight, false)
                                : refused(new ClaimRefusal.ChangedMeanwhile()));
    }

    private Uni<Outcome<ActedClaim, ClaimRefusal>> done(
            ClaimNumber number, Visibility sight, boolean repeated) {
        return tell.tell(number, sight)
                .map(told ->
                        told.<Outcome<ActedClaim, ClaimRefusal>>map(
                                        claim -> Outcome.done(new ActedClaim(claim, repeated)))
                                .orElseGet(Outcome::notFound));
    }

    private static boolean isSameReference(Claim claim, ClaimBody body) {
        String first = new ClaimBody(claim.body()).ref();
        return body.ref() == null ? first == null : body.ref().equals(first);
    }

    private static List<Finding> otherReference() {
        return List.of(new Finding(FindingCode.NOT_APPLICABLE, "/claimRef", null));
    }

    private static Uni<Outcome<ActedClaim, ClaimRefusal>> refused(List<Finding> findings) {
        return refused(new ClaimRefusal.InvalidClaim(findings));
    }

    private static Uni<Outcome<ActedClaim, ClaimRefusal>> refused(ClaimRefusal why) {
        return Uni.createFrom().item(Outcome.refused(why));
    }
}
