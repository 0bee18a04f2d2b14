package io.credithub.flow.feed;

import io.credithub.domain.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a feed is.
///
/// @param kind null if its file does not say it
/// @param may what it may report and decide; null if its file does not say it
/// @param state whether it runs, is given a rest, is paused, or is off since the start because of a
///   fault
/// @param problem why it is off
/// @param pausedAt since when, if it is
/// @param cursor where its next pull starts, as the source understands it
/// @param failures in a row; 0 after a success
/// @param failingSince the first of these failures
/// @param retryAt not before then
/// @param pollingSince when the poll began that is under way; null if none is
/// @param lastPolledAt the last poll that was answered, with records or without
/// @param alarms what somebody should look at; empty while it does well
/// @param lastError a fixed sentence without secrets or persons
public record FeedStatus(
        String code,
        Text title,
        FeedDefinition.@Nullable FeedKind kind,
        @Nullable FeedAuthority may,
        FeedState state,
        @Nullable FeedProblem problem,
        boolean paused,
        @Nullable Instant pausedAt,
        @Nullable String cursor,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant retryAt,
        @Nullable String lastError,
        @Nullable Instant pollingSince,
        @Nullable Instant lastPolledAt,
        @Nullable Instant lastLandedAt,
        List<Alarm> alarms,
        Counts counts) {

    public enum FeedState {
        ON,

        /// Too much of it waits to be worked on: pushes are refused, and it is not polled, until
        /// some is done. See [Backlog].
        RESTING,
        PAUSED,
        OFF
    }

    /// @param code stable
    public record Alarm(String code, FeedAlarm kind, Text message) {
        public static Alarm of(FeedAlarm alarm) {
            return new Alarm(alarm.code(), alarm, alarm.message());
        }
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
