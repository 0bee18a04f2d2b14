/// Adjustments of awards: proposing them, from a break or from a record, answering, revoking and
/// reading them. What they do is `flow.adjustment`'s. Begin with `AdjustmentResource`.
@NullMarked
package io.credithub.api.adjustment;

import org.jspecify.annotations.NullMarked;
