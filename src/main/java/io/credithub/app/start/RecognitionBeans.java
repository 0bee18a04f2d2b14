package io.credithub.app.start;

import io.credithub.flow.delivery.Push;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.recognition.ClaimCheck;
import io.credithub.flow.recognition.ClaimOutbox;
import io.credithub.flow.recognition.ClaimQuery;
import io.credithub.flow.recognition.ClaimRepository;
import io.credithub.flow.recognition.DecideClaim;
import io.credithub.flow.recognition.PushDecisions;
import io.credithub.flow.recognition.SubmitClaim;
import io.credithub.flow.recognition.TeacherDirectory;
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
            Mapping mapping, Policies policies, TeacherDirectory colleagues, InstantSource clock) {
        return new ClaimCheck(mapping, policies, colleagues, clock);
    }

    @Produces
    @Singleton
    ClaimQuery tell(ClaimRepository files, ClaimCheck check, Registry registry, Policies policies) {
        return new ClaimQuery(files, check, registry, policies);
    }

    @Produces
    @Singleton
    SubmitClaim submit(ClaimRepository files, ClaimCheck check, ClaimQuery tell) {
        return new SubmitClaim(files, check, tell);
    }

    @Produces
    @Singleton
    DecideClaim decide(
            ClaimRepository files, ClaimCheck check, PushDecisions pushes, ClaimQuery tell) {
        return new DecideClaim(files, check, pushes, tell);
    }

    @Produces
    @Singleton
    PushDecisions pushes(ClaimOutbox dispatches, Push push) {
        return new PushDecisions(dispatches, push);
    }
}
