/// Rows of the credit bank: acts, movements, decided years. The ledger's own entries are
/// `store.ledger`. Begin with `PostgresBank`.
@NullMarked
package io.credithub.store.bank;

import org.jspecify.annotations.NullMarked;
