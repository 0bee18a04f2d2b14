package io.credithub.app.start;

import io.credithub.flow.delivery.Push;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.recognition.ClaimCheck;
import io.credithub.flow.recognition.ClaimFiles;
import io.credithub.flow.recognition.Colleagues;
import io.credithub.flow.recognition.DecideClaim;
import io.credithub.flow.recognition.Dispatches;
import io.credithub.flow.recognition.PushDecisions;
import io.credithub.flow.recognition.SubmitClaim;
import io.credithub.flow.recognition.TellClaims;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.teacher.Registry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Wires the recognition of what teachers did on their own.
final class RecognitionBeans {
    @Produces
    @Singleton
    ClaimCheck check(
            Mapping mapping, Policies policies, Colleagues colleagues, InstantSource clock) {
        return new ClaimCheck(mapping, policies, colleagues, clock);
    }

    @Produces
    @Singleton
    TellClaims tell(ClaimFiles files, ClaimCheck check, Registry registry, Policies policies) {
        return new TellClaims(files, check, registry, policies);
    }

    @Produces
    @Singleton
    SubmitClaim submit(ClaimFiles files, ClaimCheck check, TellClaims tell) {
        return new SubmitClaim(files, check, tell);
    }

    @Produces
    @Singleton
    DecideClaim decide(ClaimFiles files, ClaimCheck check, PushDecisions pushes, TellClaims tell) {
        return new DecideClaim(files, check, pushes, tell);
    }

    @Produces
    @Singleton
    PushDecisions pushes(Dispatches dispatches, Push push) {
        return new PushDecisions(dispatches, push);
    }
}
