/// What becomes of a request: done, nobody, refused; and bad data, an outage and a bug told apart.
/// No feature of its own. Begin with `FailureKind`.
@NullMarked
package io.credithub.flow.result;

import org.jspecify.annotations.NullMarked;
