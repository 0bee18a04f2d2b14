package io.credithub.app;

import io.credithub.domain.ledger.Precedence;
import io.credithub.flow.Bank;
import io.credithub.flow.Feeds;
import io.credithub.flow.Mapping;
import io.credithub.flow.Policies;
import io.credithub.flow.Reading;
import io.credithub.flow.Reconcile;
import io.credithub.flow.ReconciliationFigures;
import io.credithub.flow.Registry;
import io.credithub.flow.TellStanding;
import io.credithub.flow.TellStatement;
import io.credithub.flow.explain.ExplainAward;
import io.credithub.flow.explain.Provenance;
import io.credithub.flow.explain.ReadAgain;
import io.credithub.flow.explain.Retrace;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Wires the use cases of the query side, which know ports only.
final class QueryBeans {
    @Produces
    @Singleton
    Reconcile reconcile(ReconciliationFigures figures, Policies policies, InstantSource clock) {
        return new Reconcile(figures, policies, clock);
    }

    @Produces
    @Singleton
    TellStatement statements(Registry registry, Bank bank, Policies policies, InstantSource clock) {
        return new TellStatement(registry, bank, policies, clock);
    }

    @Produces
    @Singleton
    TellStanding standings(Registry registry, Policies policies, InstantSource clock) {
        return new TellStanding(registry, policies, clock);
    }

    @Produces
    @Singleton
    ReadAgain readAgain(
            Feeds feeds, Reading reading, Mapping mapping, Retrace retrace, Policies policies) {
        return new ReadAgain(feeds, reading, mapping, retrace, policies);
    }

    @Produces
    @Singleton
    ExplainAward awards(
            Provenance provenance,
            ReadAgain reading,
            TellStatement statements,
            Policies policies,
            Precedence precedence) {
        return new ExplainAward(
                provenance,
                reading,
                statements,
                policies,
                precedence,
                Infrastructure.getDefaultWorkerPool());
    }
}
