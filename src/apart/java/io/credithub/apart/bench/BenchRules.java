package io.credithub.apart.bench;

import io.credithub.apart.House;
import io.credithub.app.work.BlockingAwait;
import io.credithub.domain.policy.Policy;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.Recomputation.County;
import io.credithub.flow.recompute.Recomputation.RecomputationState;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recompute;
import io.credithub.flow.recompute.Recompute.Deciding;
import io.credithub.flow.recompute.Recompute.RecomputeRefusal;
import io.credithub.flow.result.Outcome;
import io.credithub.flow.rules.PolicyVersion;
import io.credithub.flow.rules.RuleSet;
import io.credithub.mapping.policy.PolicyFiles;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes the rules so that every award for hours comes out otherwise: the worst case.
class BenchRules {
    private static final BlockingAwait PATIENCE = new BlockingAwait(Duration.ofMinutes(30));
    private static final Pattern DIVISOR = Pattern.compile("hoursPerCredit: ([0-9]+)");
    private static final String BY = "bench";

    private final Recompute recompute;
    private final Recomputations kept;
    private final RuleSet rules;

    BenchRules() {
        this.recompute = House.part(Recompute.class);
        this.kept = House.part(Recomputations.class);
        this.rules = House.part(RuleSet.class);
    }

    /// @return what would change; everything is looked at
    Recomputation tell() {
        int id = PATIENCE.await(() -> recompute.ask(dearer(), BY).call(recompute::tell)).id();
        return find(id);
    }

    /// Puts it in force and posts what follows.
    ///
    /// @throws IllegalStateException if it cannot be
    void apply(Recomputation told) {
        Outcome<Integer, RecomputeRefusal> outcome =
                PATIENCE.await(() -> recompute.decide(told, new Deciding(BY, "bench")));
        if (!(outcome instanceof Outcome.Done)) throw new IllegalStateException("" + outcome);
        PATIENCE.await(() -> recompute.apply(told.id()));
        if (find(told.id()).state() != RecomputationState.APPLIED)
            throw new IllegalStateException("not applied");
    }

    private Recomputation find(int id) {
        return PATIENCE.await(() -> kept.find(id, Jurisdiction.NATION)).orElseThrow();
    }

    /// What all teachers will have earned, in hundredths.
    static long earned(Recomputation told) {
        long sum = 0;
        for (County county : told.counties()) sum += county.earnedAfter().hundredths();
        return sum;
    }

    static long awards(Recomputation told) {
        return told.counties().stream().mapToLong(County::awards).sum();
    }

    /// The main policy with every divisor doubled.
    private RuleSet dearer() {
        PolicyVersion main = rules.main();
        String body = DIVISOR.matcher(main.body()).replaceAll(BenchRules::doubled);
        Policy policy = PolicyFiles.again(main.policy().id(), body);
        PolicyVersion version = new PolicyVersion(policy, "doubled " + main.digest(), body);
        return new RuleSet(version, List.of(version));
    }

    private static String doubled(MatchResult divisor) {
        return "hoursPerCredit: " + 2 * Integer.parseInt(divisor.group(1));
    }
}
