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

    /// While chunks wait, it rests for so many times as long as a look took: each is at many
    /// teachers then, whom the next one finds touched again.
    private static final int REST = 9;

    private static final long REST_MAX_NANOS = 30_000_000_000L;

    private final MatchTeachers matching;
    private final Backlog backlog;
    private volatile long restsUntil = System.nanoTime();
    private final AtomicBoolean isOutage = new AtomicBoolean();

    TeacherMatching(MatchTeachers matching, Backlog backlog) {
        this.matching = matching;
        this.backlog = backlog;
    }

    @Scheduled(
            every = "${hub.work.match-every:3s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> match() {
        long begun = System.nanoTime();
        if (begun - restsUntil < 0 && !backlog.isEmpty()) return Uni.createFrom().voidItem();
        return matching.next()
                .invoke(() -> isOutage.set(false))
                .onTermination()
                .invoke(() -> rest(begun))
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithItem(false)
                .replaceWithVoid();
    }

    private void rest(long begun) {
        long now = System.nanoTime();
        restsUntil = now + Math.min(REST * (now - begun), REST_MAX_NANOS);
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
