/// Figures counted and summed from the tables. What must agree is `flow.reconciliation`'s. Begin
/// with `PostgresReconciliation`.
@NullMarked
package io.credithub.store.reconciliation;

import org.jspecify.annotations.NullMarked;
