package io.credithub.app.work;

import io.credithub.flow.load.Backlog;
import io.credithub.flow.result.FailureKind;
import io.credithub.flow.result.FailureWords;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Looks at touched teachers from time to time: rests while chunks wait, and tells of a failure
/// once, until a look went well again.
final class TouchedWork {
    private final LoadRest rest;
    private final Logger log;
    private final String waits;
    private final String cannot;
    private final AtomicBoolean isTold = new AtomicBoolean();

    /// @param waits what is said of an outage
    /// @param cannot what is said of an error of ours
    TouchedWork(Backlog backlog, Logger log, String waits, String cannot) {
        this.rest = new LoadRest(backlog);
        this.log = log;
        this.waits = waits;
        this.cannot = cannot;
    }

    /// Never fails.
    Uni<Void> look(Supplier<Uni<? extends Void>> work) {
        return rest.unless(work)
                .invoke(() -> isTold.set(false))
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void note(Throwable failure) {
        if (!isTold.compareAndSet(false, true)) return;
        if (FailureKind.isOutage(failure)) {
            log.warnf("%s; cause=%s", waits, FailureWords.of(failure));
        } else {
            log.errorf(failure, "%s; error=%s", cannot, FailureWords.of(failure));
        }
    }
}
