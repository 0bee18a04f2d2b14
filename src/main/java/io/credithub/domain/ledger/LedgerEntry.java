package io.credithub.domain.ledger;

import io.credithub.domain.ledger.Valuation.AwardAmounts;
import org.jspecify.annotations.Nullable;

/// A line of the ledger before it has its number: an award, or its reversal with the signs turned.
///
/// @param cause what counts instead, if that is the reason
public record LedgerEntry(
        EntryKind kind,
        RecordVersion version,
        Valuation worth,
        EntryReason reason,
        @Nullable Cause cause) {
    /// Stored by [#code], which is never changed.
    public enum EntryKind {
        AWARD(1, 1),
        REVERSAL(2, -1);

        private final int code;
        private final int sign;

        EntryKind(int code, int sign) {
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
        return kind == EntryKind.REVERSAL ? version.teacherWas() : version.teacher();
    }

    public AwardAmounts price() {
        return worth.price();
    }

    /// Credits in hundredths, negative in a reversal.
    public int credits() {
        return kind.sign() * price().credits();
    }
}
