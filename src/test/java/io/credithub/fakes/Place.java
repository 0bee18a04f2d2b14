package io.credithub.fakes;

import io.credithub.domain.ledger.RecordVersion;
import io.credithub.domain.ledger.UnsignedOrder;
import java.util.UUID;

/// Where a content is kept: its record, and its number among the contents of that.
record Place(UUID record, int number) implements Comparable<Place> {
    static Place of(RecordVersion version) {
        return new Place(version.copy().key(), version.number());
    }

    @Override
    public int compareTo(Place other) {
        int byRecord = UnsignedOrder.compare(record, other.record);
        return byRecord != 0 ? byRecord : Integer.compare(number, other.number);
    }
}
