package io.credithub.app.work;

import io.credithub.flow.breaks.BreakRuns;
import io.credithub.flow.breaks.DiscrepancySource;
import io.credithub.flow.breaks.DiscrepancySources;
import io.credithub.flow.breaks.FindBreaks;
import io.credithub.flow.rules.Matchings;
import io.credithub.flow.rules.Policies;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Puts runs together with all that find differences.
final class Reconciling {
    @Produces
    @Singleton
    FindBreaks runs(
            BreakRuns runs,
            @All List<DiscrepancySource> sources,
            Matchings matchings,
            Policies policies,
            InstantSource clock) {
        return new FindBreaks(
                runs,
                new DiscrepancySources(sources),
                basis -> matchings.at(basis).map(decided -> decided.terms().file().rules()),
                policies,
                clock);
    }
}
