package io.credithub.api.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.credithub.flow.reconciliation.Reconciliation;

/// The proof with its verdict first.
///
/// @param holds whether every claim of the hub about itself holds
/// @param agreesWithSources whether every source declared what was received
public record ProofView(
        boolean holds, boolean agreesWithSources, @JsonUnwrapped Reconciliation proof) {
    static ProofView of(Reconciliation proof) {
        return new ProofView(proof.holds(), proof.agreesWithSources(), proof);
    }
}
