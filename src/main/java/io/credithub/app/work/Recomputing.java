package io.credithub.app.work;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.recompute.Recomputation;
import io.credithub.flow.recompute.RecomputationWork;
import io.credithub.flow.recompute.Recomputations;
import io.credithub.flow.recompute.Recomputations.StartedRecomputation;
import io.credithub.flow.recompute.Recompute;
import io.credithub.store.rules.PostgresPolicies;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Recomputes in the background, and goes on with what a stop interrupted: a stretch that was done
/// before changes nothing.
@ApplicationScoped
public class Recomputing implements RecomputationWork {
    private static final Logger LOG = Logger.getLogger(Recomputing.class);
    private static final int LOOKED_AT = 20;

    private final Recompute recompute;
    private final Recomputations kept;
    private final PostgresPolicies policies;

    Recomputing(Recompute recompute, Recomputations kept, PostgresPolicies policies) {
        this.recompute = recompute;
        this.kept = kept;
        this.policies = policies;
    }

    /// Learns what another process has decided: whoever only reads would not find out.
    @Scheduled(every = "${hub.work.sweep-every:5s}", delayed = "5s")
    Uni<Void> lookForDecisions() {
        return policies.renewed().onFailure().recoverWithNull().replaceWithVoid();
    }

    @Override
    public void tell(StartedRecomputation begun) {
        run(begun.id(), recompute.tell(begun));
    }

    @Override
    public void apply(int id) {
        run(id, recompute.apply(id));
    }

    private void run(int id, Uni<Void> work) {
        work.onFailure()
                .call(_ -> recompute.fail(id))
                .subscribe()
                .with(
                        _ -> LOG.infof("Recomputed; recomputation=%d", id),
                        failure ->
                                LOG.errorf(failure, "Recomputing stopped; recomputation=%d", id));
    }

    /// Goes on where a stop interrupted.
    public Uni<Void> resume() {
        return kept.list(Jurisdiction.NATION, LOOKED_AT)
                .invoke(all -> all.forEach(this::resume))
                .replaceWithVoid();
    }

    private void resume(Recomputation one) {
        switch (one.state()) {
            case TELLING -> run(one.id(), kept.rules(one.id()).chain(recompute::tell));
            case APPLYING -> apply(one.id());
            case TOLD, APPLIED, FAILED -> {} // nothing is under way
        }
    }
}
