package io.credithub.flow.review;

import io.credithub.domain.review.SignOffAct;
import io.credithub.domain.review.SignOffAct.SignOffBar;
import io.credithub.flow.certificate.Jws;
import io.credithub.flow.certificate.Signing;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.result.Unavailable;
import io.credithub.flow.review.SignOff.SignOffProof;
import io.credithub.flow.review.SignOff.SignOffStep;
import io.credithub.flow.review.SignOffs.SignOffMove;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the steps after preparing: another person of the county approves, the office above
/// concludes, and whoever does not agree returns it. Concluding signs.
@Singleton
public final class ActOnSignOff {
    private static final int TRIES_MAX = 4;

    private final SignOffs signOffs;
    private final Signing signing;
    private final InstantSource clock;

    public ActOnSignOff(SignOffs signOffs, Signing signing, InstantSource clock) {
        this.signOffs = signOffs;
        this.signing = signing;
        this.clock = clock;
    }

    /// Asked for again by the same person, it answers the same.
    ///
    /// @param act any but to prepare
    /// @return its id
    public Uni<Outcome<Long, SignOffRefusal>> act(SignOffRequest request, long id, SignOffAct act) {
        return act(new StepToTake(request, id, act), 1);
    }

    private record StepToTake(SignOffRequest request, long id, SignOffAct act) {}

    private Uni<Outcome<Long, SignOffRefusal>> act(StepToTake asked, int attempt) {
        SignOffRequest request = asked.request();
        return signOffs.find(asked.id(), request.office())
                .chain(found -> {
                    if (found.isEmpty()) return Uni.createFrom().item(Outcome.notFound());
                    SignOff signOff = found.get();
                    if (signOff.has(asked.act(), request.key())) {
                        return Uni.createFrom().item(Outcome.done(signOff.id()));
                    }
                    SignOffBar bar =
                            asked.act()
                                    .barred(
                                            signOff.state(),
                                            request.actor(signOff.about().division()),
                                            signOff.people());
                    return bar == null
                            ? taken(asked, signOff, attempt)
                            : Uni.createFrom().item(Outcome.refused(SignOffRefusal.of(bar)));
                });
    }

    private Uni<Outcome<Long, SignOffRefusal>> taken(
            StepToTake asked, SignOff signOff, int attempt) {
        SignOffRequest request = asked.request();
        SignOffStep step =
                new SignOffStep(
                        asked.act(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request.key(),
                        request.office().divisionCode(),
                        request.note());
        SignOffMove move =
                new SignOffMove(signOff.id(), signOff.state(), step, proof(signOff, step));
        return signOffs.advance(move)
                .chain(isTaken -> {
                    if (isTaken) return Uni.createFrom().item(Outcome.done(signOff.id()));
                    if (attempt == TRIES_MAX) {
                        return Uni.createFrom().failure(new Unavailable("a step of a sign-off"));
                    }
                    return act(asked, attempt + 1);
                });
    }

    private @Nullable SignOffProof proof(SignOff signOff, SignOffStep last) {
        if (last.act() != SignOffAct.CONCLUDE) return null;
        List<SignOffStep> steps = new ArrayList<>(signOff.steps());
        steps.add(last);
        Signing now = signing.now();
        Jws jws = Jws.sign(now, SignOffConclusion.of(signOff, steps).text());
        return new SignOffProof(jws.compact(), now.published().x());
    }
}
