/// What a source says: that a teacher completed a training, or that it takes a record back. A
/// [io.credithub.domain.completion.Completion] is checked; whatever could not be is a
/// [io.credithub.domain.completion.Finding].
@NullMarked
package io.credithub.domain.completion;

import org.jspecify.annotations.NullMarked;
