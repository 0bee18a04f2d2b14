/// Adjusting in the ledger (差异的账务调整): a person decides what one content of a record earns, instead
/// of what the rules give. Who may take which step, when a second person is needed, and how much is
/// the most.
///
/// Not here: what it changes in the ledger, which is `domain.ledger`'s. Begin with `AdjustmentAct`.
@NullMarked
package io.credithub.domain.adjustment;

import org.jspecify.annotations.NullMarked;
