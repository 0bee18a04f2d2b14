package io.credithub.flow.processing;

import io.credithub.flow.delivery.ChunkRef;
import io.credithub.flow.delivery.FindingAt;
import io.credithub.flow.ledger.LedgerTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What the ledger transaction knows of a chunk and its delivery. Implemented by `hub.store`.
public interface ChunkRegister {
    /// False if somebody has finished the chunk already. In a dry run, which is about no chunk that
    /// has landed, always true.
    Uni<Boolean> isOpen(LedgerTransaction ledger, ChunkRef chunk);

    /// What follows from the registry about the records of a delivery, once they are written: other
    /// contents under one version, copies that differ, other credits than the source's.
    Uni<List<FindingAt>> following(LedgerTransaction ledger, long delivery);
}
