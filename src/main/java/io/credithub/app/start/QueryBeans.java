package io.credithub.app.start;

import io.credithub.domain.ledger.SourcePrecedence;
import io.credithub.flow.bank.Bank;
import io.credithub.flow.explain.ExplainAward;
import io.credithub.flow.explain.Provenance;
import io.credithub.flow.explain.RecordReread;
import io.credithub.flow.explain.Retrace;
import io.credithub.flow.feed.Feeds;
import io.credithub.flow.processing.Mapping;
import io.credithub.flow.reading.Reading;
import io.credithub.flow.reconciliation.Reconcile;
import io.credithub.flow.reconciliation.ReconciliationFigures;
import io.credithub.flow.rules.Policies;
import io.credithub.flow.statement.StandingQuery;
import io.credithub.flow.statement.StatementQuery;
import io.credithub.flow.teacher.Registry;
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
    StatementQuery statements(
            Registry registry, Bank bank, Policies policies, InstantSource clock) {
        return new StatementQuery(registry, bank, policies, clock);
    }

    @Produces
    @Singleton
    StandingQuery standings(Registry registry, Policies policies, InstantSource clock) {
        return new StandingQuery(registry, policies, clock);
    }

    @Produces
    @Singleton
    RecordReread readAgain(
            Feeds feeds, Reading reading, Mapping mapping, Retrace retrace, Policies policies) {
        return new RecordReread(feeds, reading, mapping, retrace, policies);
    }

    @Produces
    @Singleton
    ExplainAward awards(
            Provenance provenance,
            RecordReread reading,
            StatementQuery statements,
            Policies policies,
            SourcePrecedence precedence) {
        return new ExplainAward(
                provenance,
                reading,
                statements,
                policies,
                precedence,
                Infrastructure.getDefaultWorkerPool());
    }
}
