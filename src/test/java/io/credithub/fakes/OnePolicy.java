package io.credithub.fakes;

import io.credithub.domain.policy.Policy;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.rules.Rulebook;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// One policy that has always judged, everywhere.
public record OnePolicy(Policy policy) implements Policies {
    @Override
    public Rulebook rules() {
        NumberedPolicy only = new NumberedPolicy(1, policy);
        Rulebook.RulebookDecision decided =
                new Rulebook.RulebookDecision(1, Instant.EPOCH, "", "start");
        return new Rulebook(decided, only, List.of(only));
    }

    @Override
    public Uni<Rulebook> rules(int number) {
        return Uni.createFrom().item(rules());
    }

    @Override
    public Rulebook rulesOf(int number) {
        return rules();
    }

    @Override
    public Rulebook rulesAt(Instant moment) {
        return rules();
    }

    @Override
    public Policy numbered(int number) {
        return policy;
    }
}
