/// Sentences on why a standing is what it is. The figures are `domain.standing`'s. Begin with
/// `StandingWords`.
@NullMarked
package io.credithub.domain.standing.words;

import org.jspecify.annotations.NullMarked;
