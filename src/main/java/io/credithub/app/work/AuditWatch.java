package io.credithub.app.work;

import io.credithub.flow.access.AuditTrail;
import io.credithub.flow.access.AuditTrail.AuditLine;
import io.credithub.flow.access.Refusals;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/// Writes the refusals that were gathered.
@ApplicationScoped
class AuditWatch {
    private static final Logger LOG = Logger.getLogger(AuditWatch.class);
    private static final BlockingAwait LAST = new BlockingAwait(Duration.ofSeconds(2));

    private final AuditTrail trail;
    private final Refusals refusals;

    AuditWatch(AuditTrail trail, Refusals refusals) {
        this.trail = trail;
        this.refusals = refusals;
    }

    @Produces
    @Singleton
    static Refusals refusals() {
        return new Refusals();
    }

    @Scheduled(every = "2s", delayed = "2s")
    Uni<Void> write() {
        return Uni.createFrom()
                .deferred(() -> {
                    List<AuditLine> lines = refusals.take();
                    if (lines.isEmpty()) return Uni.createFrom().voidItem();
                    return trail.write(lines)
                            .onFailure()
                            .invoke(failure -> lost(lines, failure))
                            .onFailure()
                            .recoverWithNull();
                });
    }

    private static void lost(List<AuditLine> lines, Throwable failure) {
        int times = lines.stream().mapToInt(AuditLine::times).sum();
        LOG.warnf("refusals are not in the trail times=%d cause=%s", times, failure);
    }

    void atEnd(@Observes ShutdownEvent end) {
        try {
            LAST.await(this::write);
        } catch (RuntimeException late) {
            LOG.infof("the last refusals are not in the trail cause=%s", late);
        }
    }
}
