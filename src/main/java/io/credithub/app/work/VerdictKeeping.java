package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.credithub.flow.statement.KeepVerdicts;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Brings the rows of lists, some seconds after something changed, up to what they should be.
@ApplicationScoped
public class VerdictKeeping {
    private final KeepVerdicts rows;
    private final TouchedWork work;

    VerdictKeeping(KeepVerdicts rows, Backlog backlog) {
        this.rows = rows;
        this.work =
                new TouchedWork(
                        backlog,
                        Logger.getLogger(VerdictKeeping.class),
                        "Lists of teachers wait",
                        "Lists of teachers cannot be kept");
    }

    @Scheduled(
            every = "${hub.work.lists-every:3s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return work.look(() -> rows.next().replaceWithVoid());
    }
}
