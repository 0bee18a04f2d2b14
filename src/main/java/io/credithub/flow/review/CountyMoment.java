package io.credithub.flow.review;

import io.credithub.domain.review.SignedTotals;
import java.util.List;

/// What a county's school year comes to, and what it rests on, at one moment.
///
/// @param ledger where the ledger ends
/// @param versions of all that judged, matched and mapped
/// @param pending changes of its teachers that lists do not have yet
public record CountyMoment(
        LedgerEnd ledger, FrozenVersions versions, SignedTotals totals, long pending) {
    /// The last line of the ledger, its block, and that block's hash in hexadecimal digits.
    public record LedgerEnd(long seq, long block, String hash) {}

    /// @param roster counts the batches that changed the roster
    /// @param register the last decision about the register of programmes
    /// @param policies that the rulebook names
    /// @param mappings of feeds with records of the year, each under the code of its feed
    public record FrozenVersions(
            long roster,
            long register,
            FrozenMatching matching,
            int rulebook,
            List<NamedDigest> policies,
            List<NamedDigest> mappings) {
        public FrozenVersions {
            policies = List.copyOf(policies);
            mappings = List.copyOf(mappings);
        }
    }

    /// @param number of what records are matched by
    /// @param file that is matched by
    public record FrozenMatching(long number, NamedDigest file) {}

    /// @param digest SHA-256 of the file, hex
    public record NamedDigest(String name, String digest) {}
}
