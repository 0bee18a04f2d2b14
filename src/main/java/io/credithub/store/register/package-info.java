/// The programme register in the registry: every entry at every version. How records find it is
/// `domain.programme`'s. Begin with `PostgresRegisterStore`.
@NullMarked
package io.credithub.store.register;

import org.jspecify.annotations.NullMarked;
