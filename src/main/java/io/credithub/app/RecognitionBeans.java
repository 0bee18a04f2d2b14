package io.credithub.app;

import io.credithub.flow.Mapping;
import io.credithub.flow.Policies;
import io.credithub.flow.Push;
import io.credithub.flow.Registry;
import io.credithub.flow.recognition.ClaimCheck;
import io.credithub.flow.recognition.ClaimFiles;
import io.credithub.flow.recognition.Colleagues;
import io.credithub.flow.recognition.DecideClaim;
import io.credithub.flow.recognition.Dispatches;
import io.credithub.flow.recognition.PushDecisions;
import io.credithub.flow.recognition.SubmitClaim;
import io.credithub.flow.recognition.TellClaims;
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
