package io.credithub.flow.report.head;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the figures of a report rest on.
///
/// @param seq the last line of the ledger, and `block` its block
/// @param hash of that block, as hexadecimal digits
/// @param roster counts the batches that changed the roster
/// @param matching the number of what records are matched by
/// @param run the last one that looked at all of the scope; null: none ever has
public record ReportBasis(
        long seq,
        long block,
        String hash,
        long roster,
        long matching,
        int rulebook,
        @Nullable LookedAt run) {
    /// Lines of the ledger that no run of reconciliation has seen.
    long seqUnseen() {
        return run == null ? seq : Math.max(0, seq - run.seq());
    }

    /// A run of reconciliation that is over.
    ///
    /// @param run its number
    /// @param seq the last line of the ledger when it began
    public record LookedAt(int run, Instant at, long seq) {}
}
