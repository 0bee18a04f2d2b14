/// The ledger's lock and transaction, its entries, sums and chain. Nobody else knows the connection
/// that holds the lock. Begin with `PostgresLedgerLock`.
@NullMarked
package io.credithub.store.ledger;

import org.jspecify.annotations.NullMarked;
