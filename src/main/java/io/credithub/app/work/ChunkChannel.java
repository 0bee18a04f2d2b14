package io.credithub.app.work;

import io.credithub.flow.delivery.ChunkArrivals;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.load.Backlog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// The channel `chunks`: references to what has landed, on their way to the workers. In memory
/// here; a broker may carry it. A reference is a hint and no more, since the registry knows what is
/// done, so it is acknowledged as soon as it is read, and one too many is dropped.
@ApplicationScoped
public class ChunkChannel implements ChunkArrivals {
    private static final long READ_AHEAD = 4_096;

    private final Emitter<ChunkRef> emitter;
    private final ChunkWorkers workers;
    private final Backlog backlog;

    ChunkChannel(
            @Channel("chunks") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<ChunkRef> emitter,
            ChunkWorkers workers,
            Backlog backlog) {
        this.emitter = emitter;
        this.workers = workers;
        this.backlog = backlog;
    }

    @Override
    public void announce(ChunkRef chunk) {
        backlog.landed(chunk.feed());
        emitter.send(chunk);
    }

    /// Reads at its own pace: one more for each that was taken on.
    @Incoming("chunks")
    Flow.Subscriber<ChunkRef> reader() {
        return new Flow.Subscriber<>() {
            private Flow.@org.jspecify.annotations.Nullable Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription opened) {
                subscription = opened;
                opened.request(READ_AHEAD);
            }

            @Override
            public void onNext(ChunkRef chunk) {
                workers.take(chunk);
                if (subscription != null) subscription.request(1);
            }

            @Override
            public void onError(Throwable failure) {
                throw new IllegalStateException("the channel chunks is closed", failure);
            }

            @Override
            public void onComplete() {}
        };
    }
}
