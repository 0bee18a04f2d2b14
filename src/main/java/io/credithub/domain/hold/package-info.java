/// What registrars answer to records that are held. Why records are held is `domain.ledger`'s and
/// `domain.reconcile`'s. Begin with `HoldDecision`.
@NullMarked
package io.credithub.domain.hold;

import org.jspecify.annotations.NullMarked;
