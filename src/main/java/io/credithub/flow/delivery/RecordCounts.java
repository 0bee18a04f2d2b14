package io.credithub.flow.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// Records on their way in. `accepted + rejected + duplicate + waiting + unprocessed = received`.
///
/// Of one delivery, `rejected` is what was rejected at first, and stays so: replays have taken
/// `replayed` of it since, and `rejected = replayed + open`. A replay counts what it takes as a
/// delivery of its own. Of a feed, every record counts once: received is what came, and what waited
/// and was read again; accepted is with what replays accepted, and rejected is what is still open.
///
/// @param declared by the senders that declare it; absent if none does
/// @param undeclared received in deliveries that declare nothing, so that `declared + undeclared =
///   received` where every declaration is true
public record RecordCounts(
        @Nullable Long declared,
        long undeclared,
        long received,
        long accepted,
        long rejected,
        long duplicate,
        long waiting,
        long unprocessed,
        @JsonUnwrapped Again again) {
    /// What became of rejected records later.
    ///
    /// @param replayed taken by replays
    /// @param open still rejected
    /// @param underWay of those, being judged again just now
    public record Again(long replayed, long open, long underWay) {}

    /// Whether the outcomes make up what was received, and nothing is left to do.
    public boolean isSettled() {
        return unprocessed == 0
                && again.underWay() == 0
                && accepted + rejected + duplicate + waiting == received;
    }
}
