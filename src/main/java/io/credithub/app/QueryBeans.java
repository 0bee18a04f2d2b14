package io.credithub.app;

import io.credithub.flow.Reconcile;
import io.credithub.flow.ReconciliationFigures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Wires the use cases of the query side, which know ports only.
final class QueryBeans {
    @Produces
    @Singleton
    Reconcile reconcile(ReconciliationFigures figures) {
        return new Reconcile(figures, InstantSource.system());
    }
}
