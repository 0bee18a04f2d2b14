/// The ledger's lock, posting, standings and sums, and the proof of the chain. What a chunk comes
/// to is decided in `flow.processing`. Begin with `LedgerLock`.
@NullMarked
package io.credithub.flow.ledger;

import org.jspecify.annotations.NullMarked;
