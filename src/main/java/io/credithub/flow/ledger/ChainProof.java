package io.credithub.flow.ledger;

import io.smallrye.mutiny.Uni;

/// Reads the whole ledger and computes the hash of every block anew.
public interface ChainProof {
    Uni<ChainReport> verify();
}
