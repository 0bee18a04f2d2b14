package io.credithub.flow.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.Article;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.domain.recognition.Act;
import io.credithub.domain.recognition.Procedure.Outcome;
import io.credithub.flow.access.Caller;
import io.credithub.flow.recognition.ClaimCheck.Checked;
import io.credithub.flow.recognition.ClaimRepository.Earlier;
import io.credithub.flow.recognition.ClaimRepository.Identity;
import io.credithub.flow.recognition.ClaimRepository.Move;
import io.credithub.flow.recognition.ClaimRepository.NewClaim;
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
    public Uni<Answer> submit(Caller caller, JsonNode content, @Nullable String key) {
        ClaimBody body = new ClaimBody(content);
        if (!body.findings().isEmpty()) return refused(body.findings());
        Visibility sight = Visibility.of(caller.grant());
        String school = sight.schoolCode() == null ? body.schoolCode() : sight.schoolCode();
        Identity identity = new Identity(caller.key(), key, sight, school, body.ref());
        return files.earlier(identity, body.normal())
                .chain(earlier ->
                        earlier.isEmpty()
                                ? check.submitted(body, sight)
                                        .chain(checked -> file(checked, identity, body))
                                : repeated(earlier, sight));
    }

    private Uni<Answer> file(Checked checked, Identity identity, ClaimBody body) {
        if (checked instanceof Checked.Unfit unfit) return refused(unfit.findings());
        Claim.School school = ((Checked.Fit) checked).school();
        if (school == null) throw new IllegalStateException("a claim that fits has its school");
        return files.file(new NewClaim(school, identity, body.normal()))
                .chain(filed ->
                        filed.isPresent()
                                ? done(filed.get(), identity.sight(), false)
                                : files.earlier(identity, body.normal())
                                        .chain(first -> repeated(first, identity.sight())));
    }

    private Uni<Answer> repeated(List<Earlier> earlier, Visibility sight) {
        for (Earlier one : earlier) {
            if (!one.isSame()) return Uni.createFrom().item(new Answer.Taken(one.isByKey()));
        }
        return done(earlier.getFirst().number(), sight, true);
    }

    /// Sends a returned claim again, with what the county asked for.
    public Uni<Answer> resubmit(Caller caller, ClaimNumber number, JsonNode content) {
        ClaimBody body = new ClaimBody(content);
        Visibility sight = Visibility.of(caller.grant());
        return files.find(number, sight)
                .chain(found -> {
                    if (found.isEmpty()) return answer(new Answer.NotThere());
                    Claim claim = found.get();
                    Outcome outcome = ClaimActions.take(claim, Act.RESUBMIT, caller, null);
                    if (outcome instanceof Outcome.Barred barred) {
                        return answer(new Answer.Barred(barred.why()));
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

    private Uni<Answer> again(Caller caller, Claim claim, ClaimBody body) {
        Claim.Event event =
                ClaimActions.event(claim, Act.RESUBMIT, caller, new ClaimActions.Said(null, null));
        Move move = new Move(claim.number(), event, body.normal(), null);
        return moved(move, Visibility.of(caller.grant()));
    }

    /// Takes a claim back before it is decided.
    public Uni<Answer> withdraw(Caller caller, ClaimNumber number, @Nullable String note) {
        Visibility sight = Visibility.of(caller.grant());
        return files.find(number, sight)
                .chain(found -> {
                    if (found.isEmpty()) return answer(new Answer.NotThere());
                    Claim claim = found.get();
                    Outcome outcome = ClaimActions.take(claim, Act.WITHDRAW, caller, note);
                    if (outcome instanceof Outcome.Barred barred) {
                        return answer(new Answer.Barred(barred.why()));
                    }
                    Claim.Event event =
                            ClaimActions.event(
                                    claim, Act.WITHDRAW, caller, new ClaimActions.Said(note, null));
                    return moved(new Move(claim.number(), event, null, null), sight);
                });
    }

    private Uni<Answer> moved(Move move, Visibility sight) {
        return files.move(move)
                .chain(moved ->
                        moved ? done(move.number(), sight, false) : answer(new Answer.Changed()));
    }

    private Uni<Answer> done(ClaimNumber number, Visibility sight, boolean repeated) {
        return tell.tell(number, sight)
                .map(told ->
                        told.<Answer>map(claim -> new Answer.Done(claim, repeated))
                                .orElseGet(Answer.NotThere::new));
    }

    private static boolean isSameReference(Claim claim, ClaimBody body) {
        String first = new ClaimBody(claim.body()).ref();
        return body.ref() == null ? first == null : body.ref().equals(first);
    }

    private static List<Finding> otherReference() {
        return List.of(new Finding(FindingCode.NOT_APPLICABLE, "/claimRef", null));
    }

    private static Uni<Answer> refused(List<Finding> findings) {
        return answer(new Answer.Refused(findings));
    }

    private static Uni<Answer> answer(Answer answer) {
        return Uni.createFrom().item(answer);
    }
}
