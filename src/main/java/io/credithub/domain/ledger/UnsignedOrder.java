package io.credithub.domain.ledger;

import java.util.UUID;

/// Orders 128-bit digests as their bytes stand, as PostgreSQL does; `UUID.compareTo` is signed.
public final class UnsignedOrder {
    private UnsignedOrder() {}

    public static int compare(UUID one, UUID other) {
        int high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
