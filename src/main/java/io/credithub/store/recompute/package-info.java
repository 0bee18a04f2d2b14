/// Changes of rules as rows: told, applied, stretch by stretch. Judging anew is `flow.recompute`.
/// Begin with `PostgresRecomputations`.
@NullMarked
package io.credithub.store.recompute;

import org.jspecify.annotations.NullMarked;
