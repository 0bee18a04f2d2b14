/// Held records: which there are, and what registrars decide about them. Why records are held is
/// `domain.reconcile`'s. Begin with `DecideHolds`.
@NullMarked
package io.credithub.flow.hold;

import org.jspecify.annotations.NullMarked;
