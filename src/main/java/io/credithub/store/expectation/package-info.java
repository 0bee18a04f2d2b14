/// Enrolment lists, declared totals, and what has arrived of either, in sets. What becomes of the
/// differences is not here. Begin with `PostgresExpectations`.
@NullMarked
package io.credithub.store.expectation;

import org.jspecify.annotations.NullMarked;
