package io.credithub.flow.recognition;

import io.credithub.domain.completion.Finding;
import io.credithub.flow.teacher.Registry;
import java.util.List;

/// A claim with what it would be worth, or with what it became.
///
/// @param parts while nobody has decided: what each participant would get now
/// @param findings while nobody has decided: why it could not be recognised as it is now
/// @param lines of the ledger that decisions gave, in order
/// @param similar other claims that may be of the same work, the newest first
public record ToldClaim(
        Claim claim,
        List<ClaimCheck.CheckedPart> parts,
        List<Finding> findings,
        List<PostedClaim> lines,
        List<SimilarClaims.SimilarClaim> similar) {
    ToldClaim withSimilar(List<SimilarClaims.SimilarClaim> others) {
        return new ToldClaim(claim, parts, findings, lines, others);
    }

    /// @param participant from 0
    public record PostedClaim(int participant, Registry.LedgerLine line) {}
}
