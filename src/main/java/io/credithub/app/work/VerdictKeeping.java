package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.credithub.flow.statement.KeepVerdicts;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Brings the rows of lists, some seconds after something changed, up to what they should be.
@ApplicationScoped
public class VerdictKeeping {
    private static final Logger LOG = Logger.getLogger(VerdictKeeping.class);

    private final KeepVerdicts rows;
    private final LoadRest rest;
    private final AtomicBoolean isOutage = new AtomicBoolean();

    VerdictKeeping(KeepVerdicts rows, Backlog backlog) {
        this.rows = rows;
        this.rest = new LoadRest(backlog);
    }

    @Scheduled(
            every = "${hub.work.lists-every:3s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return rest.unless(() -> rows.next().replaceWithVoid())
                .invoke(() -> isOutage.set(false))
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void note(Throwable failure) {
        if (!isOutage.compareAndSet(false, true)) return;
        if (FailureKind.isOutage(failure)) {
            LOG.warnf("Lists of teachers wait; cause=%s", FailureWords.of(failure));
        } else {
            LOG.errorf(
                    failure,
                    "Lists of teachers cannot be kept; error=%s",
                    FailureWords.of(failure));
        }
    }
}
