package io.credithub.app.work;

import io.credithub.flow.result.FailureWords;
import io.credithub.flow.subscription.Dispatches;
import io.credithub.flow.subscription.SendReports;
import io.credithub.flow.subscription.SubscriptionWork;
import io.credithub.flow.subscription.Subscriptions;
import io.credithub.report.post.DeliveryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Has reports made and sent when they are due. `hub.deliveries.dead` tells how many were tried in
/// vain, `hub.deliveries.running` how many this process is at, `hub.deliveries{outcome}` what came
/// of each try.
@ApplicationScoped
public class DeliveryRunner implements SubscriptionWork {
    private static final Logger LOG = Logger.getLogger(DeliveryRunner.class);

    private final SendReports sending;
    private final Dispatches dispatches;
    private final Subscriptions subscriptions;
    private final DeliveryConfig config;
    private final AtomicLong dead = new AtomicLong();
    private final AtomicBoolean isOutage = new AtomicBoolean();

    DeliveryRunner(
            SendReports sending,
            Dispatches dispatches,
            Subscriptions subscriptions,
            DeliveryConfig config,
            MeterRegistry metrics) {
        this.sending = sending;
        this.dispatches = dispatches;
        this.subscriptions = subscriptions;
        this.config = config;
        metrics.gauge("hub.deliveries.running", sending, SendReports::running);
        metrics.gauge("hub.deliveries.dead", dead);
    }

    @Override
    public void begin() {
        sending.look().subscribe().with(_ -> {}, this::note);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sending.order()
                .chain(sending::look)
                .chain(dispatches::dead)
                .invoke(counted -> {
                    dead.set(counted);
                    isOutage.set(false);
                })
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /// Whom mail went to of what has ended is not kept for ever.
    @Scheduled(every = "1h", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> blot() {
        return subscriptions
                .blot(config.recipientsKept())
                .invoke(blotted -> {
                    if (blotted > 0)
                        LOG.infof("recipients are forgotten subscriptions=%d", blotted);
                })
                .onFailure()
                .invoke(this::note)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void note(Throwable failure) {
        if (!isOutage.compareAndSet(false, true)) return;
        LOG.warnf("Deliveries of reports wait; cause=%s", FailureWords.of(failure));
    }
}
