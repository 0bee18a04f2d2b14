package io.credithub.app.work;

import io.credithub.flow.access.KeyStore;
import io.credithub.security.LastUses;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Writes when keys were last used, and looks for those that end soon: `hub.keys.ending`.
@ApplicationScoped
class KeyWatch {
    private static final Logger LOG = Logger.getLogger(KeyWatch.class);
    private static final BlockingAwait LAST = new BlockingAwait(Duration.ofSeconds(2));

    private final LastUses uses;
    private final KeyStore keys;
    private final AtomicLong ending = new AtomicLong();

    KeyWatch(LastUses uses, KeyStore keys, MeterRegistry metrics) {
        this.uses = uses;
        this.keys = keys;
        metrics.gauge("hub.keys.ending", ending);
    }

    @Scheduled(every = "5s", delayed = "5s")
    Uni<Void> write() {
        return uses.write().onFailure().recoverWithNull(); // it goes with the next
    }

    @Scheduled(every = "60s", delayed = "3s")
    Uni<Void> look() {
        Instant now = Instant.now();
        return keys.all()
                .invoke(all -> ending.set(all.stream().filter(key -> key.endsSoon(now)).count()))
                .onFailure()
                .recoverWithNull() // the next look tells
                .replaceWithVoid();
    }

    void atEnd(@Observes ShutdownEvent end) {
        try {
            LAST.await(uses::write);
        } catch (RuntimeException late) {
            LOG.infof("when keys were last used is not written cause=%s", late);
        }
    }
}
