/// When two records are one training, what a feed may report, and what is plausible: rules, and the
/// function that applies them. What is done about it is `flow.reconciliation`'s. Begin with
/// `MatchingRules`.
@NullMarked
package io.credithub.domain.reconcile;

import org.jspecify.annotations.NullMarked;
