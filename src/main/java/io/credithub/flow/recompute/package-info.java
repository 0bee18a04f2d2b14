/// A change of rules: told first, then applied to all teachers. The rules are `flow.rules`. Begin
/// with `Recompute`.
@NullMarked
package io.credithub.flow.recompute;

import org.jspecify.annotations.NullMarked;
