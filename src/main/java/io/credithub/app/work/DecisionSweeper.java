package io.credithub.app.work;

import io.credithub.flow.recognition.PushDecisions;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Pushes decisions that were committed and are not known to have landed: after a crash, while the
/// feed was paused, or because the store did not answer.
@ApplicationScoped
public class DecisionSweeper {
    private static final Logger LOG = Logger.getLogger(DecisionSweeper.class);

    private final PushDecisions pushes;
    private final AtomicBoolean isOutage = new AtomicBoolean();

    DecisionSweeper(PushDecisions pushes) {
        this.pushes = pushes;
    }

    @Scheduled(
            every = "${hub.work.sweep-every:5s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pushes.sweep()
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
            LOG.warnf("Decisions wait to be pushed; cause=%s", FailureWords.of(failure));
        } else {
            LOG.errorf(failure, "Decisions cannot be pushed; error=%s", FailureWords.of(failure));
        }
    }
}
