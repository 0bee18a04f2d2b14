/// Figures that must agree, the differences, and the proof of the ledger. They are counted in
/// `flow` and `store`. Begin with `ReconciliationResource`.
@NullMarked
package io.credithub.api.reconciliation;

import org.jspecify.annotations.NullMarked;
