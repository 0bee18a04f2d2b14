package io.credithub.source.poll;

import io.credithub.flow.feed.FeedLease;
import io.credithub.flow.feed.FeedPulse;
import io.credithub.flow.feed.FeedPulses;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Ends what a poll waits for once nobody wants the poll any more: the feed was paused, pulled
/// again, or taken over. Without it an operator's act would wait for the source.
@Singleton
public final class PollWatch {
    private final FeedScheduler polling;
    private final FeedPulses pulses;
    private final Exchanges exchanges;

    PollWatch(FeedScheduler polling, FeedPulses pulses, Exchanges exchanges) {
        this.polling = polling;
        this.pulses = pulses;
        this.exchanges = exchanges;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        List<FeedLease> running = polling.running();
        if (running.isEmpty()) return Uni.createFrom().voidItem();
        return pulses.all()
                .invoke(all -> running.forEach(lease -> endUnlessWanted(lease, all)))
                .onFailure()
                .recoverWithNull() // the next look tells
                .replaceWithVoid();
    }

    private void endUnlessWanted(FeedLease lease, List<FeedPulse> all) {
        boolean isWanted =
                all.stream()
                        .filter(pulse -> pulse.feed().equals(lease.feed()))
                        .allMatch(pulse -> !pulse.paused() && pulse.fence() == lease.fence());
        if (!isWanted) exchanges.callOff(lease.feed());
    }
}
