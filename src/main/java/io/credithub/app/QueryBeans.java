package io.credithub.app;

import io.credithub.flow.Bank;
import io.credithub.flow.Policies;
import io.credithub.flow.Reconcile;
import io.credithub.flow.ReconciliationFigures;
import io.credithub.flow.Registry;
import io.credithub.flow.TellStanding;
import io.credithub.flow.TellStatement;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Wires the use cases of the query side, which know ports only.
final class QueryBeans {
    @Produces
    @Singleton
    Reconcile reconcile(ReconciliationFigures figures, InstantSource clock) {
        return new Reconcile(figures, clock);
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
}
