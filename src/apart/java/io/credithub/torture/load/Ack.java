package io.credithub.torture.load;

import java.util.List;

/// What a sender was told is safe.
///
/// @param feed the code of the feed
/// @param sha256 of the unpacked bytes, hex; empty for records of a source that is pulled, where
///   the hub alone knows what it took as one delivery
/// @param records in the order of the bytes
public record Ack(String feed, String sha256, List<Sent> records) {
    public Ack {
        records = List.copyOf(records);
    }

    public boolean isPulled() {
        return sha256.isEmpty();
    }
}
