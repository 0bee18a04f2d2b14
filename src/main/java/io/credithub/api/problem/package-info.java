/// Whatever can be wrong with a request: stable codes, the field, the value, what to do (RFC 9457).
/// Findings about records are `domain.completion`'s. Begin with `ProblemCode`.
@NullMarked
package io.credithub.api.problem;

import org.jspecify.annotations.NullMarked;
