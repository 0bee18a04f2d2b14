/// Which programme a record is of: numbers for titles and families, and what records are matched
/// by. How they are matched is `domain.reconcile`'s. Begin with `MatchingBook`.
@NullMarked
package io.credithub.flow.programme;

import org.jspecify.annotations.NullMarked;
