/// Held records and what was decided about them, as rows. Begin with `PostgresHolds`.
@NullMarked
package io.credithub.store.hold;

import org.jspecify.annotations.NullMarked;
