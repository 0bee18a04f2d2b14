/// Runs that find what does not agree, and the breaks that they leave: who asks, in which order it
/// is looked for, how it is told. What a difference is called is `domain.reconcile`'s, what people
/// do about it stands beside. Begin with `FindBreaks`.
@NullMarked
package io.credithub.flow.breaks;

import org.jspecify.annotations.NullMarked;
