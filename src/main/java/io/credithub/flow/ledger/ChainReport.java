package io.credithub.flow.ledger;

import io.credithub.domain.Credits;
import org.jspecify.annotations.Nullable;

/// What became of a look at the whole chain.
///
/// @param blocks whose hashes were computed anew and found right, from the first on
/// @param entries in those blocks
/// @param credits sum of those entries
/// @param headHash of the last of those blocks, hex; 64 zeros for an empty ledger
/// @param brokenBlock the first that does not match; absent if the chain is whole
public record ChainReport(
        long blocks, long entries, Credits credits, String headHash, @Nullable Long brokenBlock) {
    public boolean isWhole() {
        return brokenBlock == null;
    }
}
