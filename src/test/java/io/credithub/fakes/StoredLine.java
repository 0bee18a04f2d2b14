package io.credithub.fakes;

import io.credithub.domain.ledger.Cause;
import io.credithub.domain.ledger.EntryReason;
import io.credithub.domain.ledger.LedgerEntry;
import io.credithub.domain.ledger.Movement;
import io.credithub.domain.ledger.Occasion;
import io.credithub.domain.ledger.Valuation.AwardAmounts;
import io.credithub.flow.ledger.LedgerMovement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the ledger.
sealed interface StoredLine {
    long seq();

    long block();

    /// Amounts in hundredths, negative in a reversal.
    ///
    /// @param at when its block was written
    record Awarded(
            long seq,
            long block,
            Instant at,
            Occasion occasion,
            LedgerEntry.EntryKind kind,
            int teacher,
            Place content,
            AwardAmounts price,
            EntryReason reason,
            @Nullable Cause cause)
            implements StoredLine {
        long credits() {
            return (long) kind.sign() * price.credits();
        }
    }

    /// One line of a movement of the credit bank.
    record Moved(long seq, long block, Instant at, LedgerMovement movement, Movement.Leg leg)
            implements StoredLine {
        boolean isOf(UUID subject, Movement.LegKind kind) {
            return movement.subject().equals(subject) && leg.kind() == kind;
        }
    }
}
