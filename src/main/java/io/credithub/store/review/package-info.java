/// Sign-offs and what they froze, a county's school year as it is at one moment, and what is other
/// now than what was signed. Begin with `PostgresSignOffs`.
@NullMarked
package io.credithub.store.review;

import org.jspecify.annotations.NullMarked;
