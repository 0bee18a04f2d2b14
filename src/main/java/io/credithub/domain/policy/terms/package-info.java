/// What a policy file states: rules, lines, days, multipliers; numbers and structure. How they
/// judge is `domain.policy`'s. Begin with `Terms`.
@NullMarked
package io.credithub.domain.policy.terms;

import org.jspecify.annotations.NullMarked;
