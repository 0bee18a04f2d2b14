/// Where a teacher is in a cycle: what was earned, what is recognised, what is missing and what
/// would fill it. Sums go in, so the order of arrival cannot matter.
///
/// Start with [io.credithub.domain.standing.Tally], then [io.credithub.domain.standing.Standing].
@NullMarked
package io.credithub.domain.standing;

import org.jspecify.annotations.NullMarked;
