package io.credithub.flow;

import org.jspecify.annotations.Nullable;

/// Records on their way in. `accepted + rejected + duplicate + waiting + unprocessed = received`.
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
        long unprocessed) {
    /// Whether the outcomes make up what was received, and nothing is left to do.
    public boolean isSettled() {
        return unprocessed == 0 && accepted + rejected + duplicate + waiting == received;
    }
}
