package io.credithub.domain.ledger;

import io.credithub.domain.ledger.Worth.Price;
import org.jspecify.annotations.Nullable;

/// A line of the ledger before it has its number: an award, or its reversal with the signs turned.
///
/// @param cause what counts instead, if that is the reason
public record Entry(
        Kind kind, RecordVersion version, Worth worth, EntryReason reason, @Nullable Cause cause) {
    /// Stored by [#code], which is never changed.
    public enum Kind {
        AWARD(1, 1),
        REVERSAL(2, -1);

        private final int code;
        private final int sign;

        Kind(int code, int sign) {
            this.code = code;
            this.sign = sign;
        }

        public int code() {
            return code;
        }

        public int sign() {
            return sign;
        }
    }

    /// Whose line it is: what is taken back was the former teacher's.
    public int teacher() {
        return kind == Kind.REVERSAL ? version.teacherWas() : version.teacher();
    }

    public Price price() {
        return worth.price();
    }

    /// Credits in hundredths, negative in a reversal.
    public int credits() {
        return kind.sign() * price().credits();
    }
}
