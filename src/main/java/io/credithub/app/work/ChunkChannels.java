package io.credithub.app.work;

import io.credithub.flow.delivery.ChunkArrivals;
import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.load.Backlog;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/// The channels on which references to what has landed travel to the workers: `chunks-small` for
/// deliveries of one chunk, so that none of them waits behind a file, and `chunks-large`. Which
/// connector carries them is configuration.
///
/// A reference is a hint and no more, since the registry knows what is done: one that is lost is
/// sent again by the sweeper, and one too many does no harm.
@ApplicationScoped
public class ChunkChannels implements ChunkArrivals {
    private final Emitter<String> toSmall;
    private final Emitter<String> toLarge;
    private final Multi<Message<String>> small;
    private final Multi<Message<String>> large;
    private final Backlog backlog;

    ChunkChannels(
            @Channel("landed-small") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<String> toSmall,
            @Channel("landed-large") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<String> toLarge,
            @Channel("chunks-small") Multi<Message<String>> small,
            @Channel("chunks-large") Multi<Message<String>> large,
            Backlog backlog) {
        this.toSmall = toSmall;
        this.toLarge = toLarge;
        this.small = small;
        this.large = large;
        this.backlog = backlog;
    }

    @Override
    public void announce(ChunkRef chunk) {
        backlog.landed(chunk.feed());
        send(chunk);
    }

    /// Sends what the sweeper found.
    void send(ChunkRef chunk) {
        (chunk.isWhole() ? toSmall : toLarge).send(chunk.text());
    }

    /// References to small deliveries, to be acknowledged once their chunks are posted.
    Multi<Message<String>> small() {
        return small;
    }

    Multi<Message<String>> large() {
        return large;
    }
}
