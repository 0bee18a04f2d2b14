/// Where an entry comes from, for explanations. The words are `flow.explain`'s. Begin with
/// `PostgresProvenance`.
@NullMarked
package io.credithub.store.explain;

import org.jspecify.annotations.NullMarked;
