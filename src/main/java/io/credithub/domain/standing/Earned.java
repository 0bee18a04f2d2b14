package io.credithub.domain.standing;

import io.credithub.domain.Credits;
import io.credithub.domain.completion.Facts;
import org.jspecify.annotations.Nullable;

/// One award as a standing sees it, from wherever it comes.
///
/// @param facts of the completion: its level, training, themes and day
/// @param credits that it was awarded, not negative
/// @param content what it is about: the programme's code, else its name; null: unlike any other
/// @param recordId decides between equals
public record Earned(Facts facts, Credits credits, @Nullable String content, String recordId) {}
