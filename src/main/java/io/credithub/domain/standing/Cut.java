package io.credithub.domain.standing;

import io.credithub.domain.Credits;

/// What a cap takes away of a school year.
///
/// @param line key of the cap
/// @param credits above 0; what caps within it took before is not in it
public record Cut(String line, Credits credits) {}
