package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.credithub.flow.reconciliation.MatchTeachers;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Looks, some seconds after something was posted, at all that its teachers have.
@ApplicationScoped
public class TeacherMatching {
    private static final Logger LOG = Logger.getLogger(TeacherMatching.class);

    private final MatchTeachers matching;
    private final LoadRest rest;
    private final AtomicBoolean isOutage = new AtomicBoolean();

    TeacherMatching(MatchTeachers matching, Backlog backlog) {
        this.matching = matching;
        this.rest = new LoadRest(backlog);
    }

    @Scheduled(
            every = "${hub.work.match-every:3s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> match() {
        return rest.unless(() -> matching.next().replaceWithVoid())
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
            LOG.warnf("Teachers wait to be looked at; cause=%s", FailureWords.of(failure));
        } else {
            LOG.errorf(failure, "Teachers cannot be matched; error=%s", FailureWords.of(failure));
        }
    }
}
