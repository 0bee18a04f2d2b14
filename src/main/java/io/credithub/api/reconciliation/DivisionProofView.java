package io.credithub.api.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.flow.reconciliation.DivisionProof;

/// The proof of one division, with its verdict first.
///
/// @param holds whether every invariant holds
public record DivisionProofView(boolean holds, @JsonUnwrapped DivisionProof proof) {
    static DivisionProofView of(DivisionProof proof) {
        return new DivisionProofView(proof.holds(), proof);
    }
}
