/// Figures that must agree, per feed, division and delivery, and their differences. What a delivery
/// came to is `flow.delivery`'s. Begin with `Reconcile`.
@NullMarked
package io.credithub.flow.reconciliation;

import org.jspecify.annotations.NullMarked;
