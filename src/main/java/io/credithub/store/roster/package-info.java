/// A roster written as sets. Reading it is `reading`'s. Begin with `RosterWriter`.
@NullMarked
package io.credithub.store.roster;

import org.jspecify.annotations.NullMarked;
