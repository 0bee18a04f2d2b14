package io.credithub.domain.policy;

import io.credithub.domain.Text;

/// One step on the way to an award.
///
/// @param value the amount after this step, unrounded until the last: `13.333…`, `16`, `16.00`
public record Step(String paragraph, Text text, String value) {}
