/// The roster of teachers, taken in. Reading it lies in `reading`. Begin with `RosterResource`.
@NullMarked
package io.credithub.api.roster;

import org.jspecify.annotations.NullMarked;
