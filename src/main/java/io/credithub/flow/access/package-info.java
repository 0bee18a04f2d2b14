/// Who may do what, and who did: why a key is refused, and how many small questions become one.
/// Start with [io.credithub.flow.access.KeyRefused].
@NullMarked
package io.credithub.flow.access;

import org.jspecify.annotations.NullMarked;
