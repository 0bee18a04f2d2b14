package io.credithub.flow.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a feed does, in short: asked for often, so nothing is summed up for it.
///
/// @param failures in a row
/// @param pollingSince when the poll began that is under way; null if none is
/// @param lastPolledAt the last poll that was answered, with records or without
public record FeedPulse(
        String feed,
        long fence,
        boolean paused,
        int failures,
        @Nullable Instant pollingSince,
        @Nullable Instant lastPolledAt,
        @Nullable Instant lastLandedAt) {}
