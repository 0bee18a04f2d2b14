/// What is sealed at rest, and sealing it anew with another key. The ciphers are `security`'s.
/// Begin with `Sealed`.
@NullMarked
package io.credithub.store.sealing;

import org.jspecify.annotations.NullMarked;
