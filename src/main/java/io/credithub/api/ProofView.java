package io.credithub.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.flow.Reconciliation;

/// The proof with its verdict first.
///
/// @param holds whether every invariant holds
public record ProofView(boolean holds, @JsonUnwrapped Reconciliation proof) {
    static ProofView of(Reconciliation proof) {
        return new ProofView(proof.holds(), proof);
    }
}
