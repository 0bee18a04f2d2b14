package io.credithub.flow.delivery;

/// A claim check for one chunk: what travels on the channel `chunks`.
///
/// @param feed its code: work is shared out between feeds
/// @param records how many its delivery holds; small deliveries go first
public record ChunkRef(String feed, long delivery, int chunk, int records) {
    /// Records of one chunk: long enough to be worth a transaction, short enough that a small
    /// delivery does not wait long for the ledger lock.
    public static final int RECORDS_MAX = 1_500;

    /// Whether it is all that its delivery holds.
    public boolean isWhole() {
        return records <= RECORDS_MAX;
    }
}
