/// Programmes as rows: the numbers of titles and of families. What records are matched by is
/// `flow.programme`'s. Begin with `PostgresProgrammes`.
@NullMarked
package io.credithub.store.programme;

import org.jspecify.annotations.NullMarked;
