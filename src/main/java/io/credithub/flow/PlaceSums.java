package io.credithub.flow;

import io.credithub.domain.Credits;

/// Posted records of one county or of one school year.
///
/// @param key a division's code, or the school year
/// @param persons with a record in force, each once a school year
/// @param aside another system's copy of the same training counts
public record PlaceSums(
        String key,
        long persons,
        long inForce,
        long aside,
        Hours inForceHours,
        Hours asideHours,
        Credits credits) {}
