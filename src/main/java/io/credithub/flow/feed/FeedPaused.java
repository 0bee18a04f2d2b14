package io.credithub.flow.feed;

import io.credithub.flow.result.Unavailable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A push came to a feed that an operator has paused. Time's move, like every [Unavailable]: once
/// it is resumed, the same bytes are taken.
public final class FeedPaused extends Unavailable {
    private static final long serialVersionUID = 1;

    private final @Nullable Instant since;

    public FeedPaused(@Nullable Instant since) {
        super("the feed is paused");
        this.since = since;
    }

    /// @return null where nobody noted it
    public @Nullable Instant since() {
        return since;
    }
}
