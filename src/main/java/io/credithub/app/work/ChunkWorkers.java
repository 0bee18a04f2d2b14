package io.credithub.app.work;

import io.credithub.app.health.HealthConfig;
import io.credithub.app.health.HeartbeatCheck;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.Chunks;
import io.credithub.flow.load.FeedActivity;
import io.credithub.flow.load.Heartbeats;
import io.credithub.flow.load.Heartbeats.Heartbeat;
import io.credithub.flow.processing.ProcessChunk;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Works through the channels of chunks, a few at a time, shared out between feeds: one is posted
/// while the next are read and judged. A reference is acknowledged once its chunk is committed, or
/// its failure counted.
///
/// Nothing here must be kept: a chunk that was announced and never done is found by the sweeper, in
/// this process or another.
@ApplicationScoped
public class ChunkWorkers {
    private static final Logger LOG = Logger.getLogger(ChunkWorkers.class);
    private static final int SWEPT_MAX = 2_000;

    /// More than there can be: a feed beyond would wait until another's stream ends, which none
    /// does.
    private static final int FEEDS_MAX = Short.MAX_VALUE;

    private final ProcessChunk processing;
    private final Chunks chunks;
    private final ChunkChannels channels;
    private final ChunkFailures failures;
    private final FeedActivity activity;
    private final FairPlaces places;
    private final ChunksInHand inHand = new ChunksInHand();
    private final AtomicBoolean isOpen = new AtomicBoolean();
    private final Heartbeat sweeping;
    private final Heartbeat posting;

    ChunkWorkers(
            ProcessChunk processing,
            Chunks chunks,
            ChunkChannels channels,
            ChunkFailures failures,
            FeedActivity activity,
            Heartbeats heartbeats,
            HealthConfig health,
            WorkConfig work) {
        this.processing = processing;
        this.chunks = chunks;
        this.channels = channels;
        this.failures = failures;
        this.activity = activity;
        this.places = new FairPlaces(activity::hasCompany);
        this.sweeping =
                heartbeats.of("sweeper", health.beatMax().plus(work.sweepEvery().multipliedBy(3)));
        this.posting = heartbeats.ofWork(HeartbeatCheck.POSTING, health.postingMax());
    }

    /// From now on chunks are worked on; before, they wait in their channels.
    public void open() {
        isOpen.set(true);
        consume(channels.small(), FairPlaces.OF_ONE_FEED_MAX);
        consume(channels.large(), FairPlaces.LARGE_MAX);
    }

    /// Each feed is a stream of its own, so that none waits behind another; how many of all are in
    /// work is shared out by [FairPlaces].
    ///
    /// @param ofOneFeedMax of a feed that may be in work, or next to be
    private void consume(Multi<Message<String>> channel, int ofOneFeedMax) {
        channel.onItem()
                .transformToUniAndConcatenate(this::taken)
                .group()
                .by(taken -> taken.chunk().feed(), Long.MAX_VALUE)
                .onItem()
                .transformToMulti(
                        feed -> feed.onItem().transformToUni(this::work).merge(ofOneFeedMax))
                .merge(FEEDS_MAX)
                .subscribe()
                .with(_ -> {}, failure -> LOG.error("A channel of chunks has ended", failure));
    }

    /// A reference, and what is sent back once its chunk is done.
    private record TakenChunk(ChunkRef chunk, Message<String> message) {}

    /// @return null if the chunk waits or is in work already, or too many of its feed wait
    private Uni<TakenChunk> taken(Message<String> message) {
        ChunkRef chunk = ChunkRef.parse(message.getPayload());
        return chunk != null && inHand.add(chunk)
                ? Uni.createFrom().item(new TakenChunk(chunk, message))
                : Uni.createFrom().completionStage(message::ack).replaceWith((TakenChunk) null);
    }

    /// Ends well whatever happens: a stream that fails would end.
    private Uni<Void> work(TakenChunk taken) {
        ChunkRef chunk = taken.chunk();
        return places.take(chunk)
                .invoke(() -> begin(chunk))
                .chain(() -> processing.work(chunk).replaceWithVoid())
                .onItemOrFailure()
                .transformToUni((_, failure) -> failures.settle(chunk, failure))
                .eventually(() -> end(chunk))
                .chain(() -> Uni.createFrom().completionStage(taken.message()::ack))
                .onFailure()
                .recoverWithNull();
    }

    private void begin(ChunkRef chunk) {
        posting.begin();
        activity.note(chunk.feed());
    }

    private void end(ChunkRef chunk) {
        posting.end();
        inHand.remove(chunk);
        places.release(chunk);
    }

    /// What has begun is finished, or given up with the pool; the rest is found by the next start.
    void atEnd(@Observes ShutdownEvent end) {
        isOpen.set(false);
        places.close();
    }

    /// Whether chunks are worked on.
    boolean isOpen() {
        return isOpen.get();
    }

    /// Sends again what landed and was not done: after a crash, an outage, or a word that was lost.
    @Scheduled(every = "${hub.work.sweep-every:5s}", delayed = "2s")
    Uni<Void> sweep() {
        sweeping.beat();
        if (!isOpen.get()) return Uni.createFrom().voidItem();
        return chunks.open(SWEPT_MAX)
                .invoke(found -> found.forEach(channels::send))
                .onFailure()
                .invoke(failures::noteOutage)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
