package io.credithub.flow;

import io.credithub.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a feed is.
///
/// @param kind null if its file does not say it
/// @param state whether it runs, rests, or is off since the start because of a fault
/// @param problem why it is off
/// @param pausedAt since when, if it is
/// @param cursor where its next pull starts, as the source understands it
/// @param failures in a row; 0 after a success
/// @param failingSince the first of these failures
/// @param retryAt not before then
/// @param lastError a fixed sentence without secrets or persons
public record FeedStatus(
        String code,
        Text title,
        FeedDefinition.@Nullable Kind kind,
        State state,
        @Nullable FeedProblem problem,
        boolean paused,
        @Nullable Instant pausedAt,
        @Nullable String cursor,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant retryAt,
        @Nullable String lastError,
        @Nullable Instant lastLandedAt,
        Counts counts) {

    public enum State {
        ON,
        PAUSED,
        OFF
    }

    /// Sums over its deliveries. `accepted + rejected + duplicate + waiting = received` once no
    /// chunk is open.
    ///
    /// @param openChunks landed and not finished, broken ones too
    /// @param brokenChunks of them, those that wait for an operator
    public record Counts(
            long deliveries,
            long received,
            long accepted,
            long rejected,
            long duplicate,
            long waiting,
            long openChunks,
            long brokenChunks) {}
}
