package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.credithub.flow.reconciliation.MatchTeachers;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Looks, some seconds after something was posted, at all that its teachers have.
@ApplicationScoped
public class TeacherMatching {
    private final MatchTeachers matching;
    private final TouchedWork work;

    TeacherMatching(MatchTeachers matching, Backlog backlog) {
        this.matching = matching;
        this.work =
                new TouchedWork(
                        backlog,
                        Logger.getLogger(TeacherMatching.class),
                        "Teachers wait to be looked at",
                        "Teachers cannot be matched");
    }

    @Scheduled(
            every = "${hub.work.match-every:3s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> match() {
        return work.look(() -> matching.next().replaceWithVoid());
    }
}
