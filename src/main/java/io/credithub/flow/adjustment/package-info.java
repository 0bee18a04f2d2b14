/// Adjustments of awards: proposing, confirming, refusing, withdrawing and revoking them, and what
/// they change in the ledger. Begin with `AdjustAwards`.
@NullMarked
package io.credithub.flow.adjustment;

import org.jspecify.annotations.NullMarked;
