package io.credithub.flow.delivery;

import io.credithub.domain.Credits;

/// What records of a division's own teachers come to.
///
/// @param teachersInForce with a record in force, each once a school year
/// @param aside another system's copy of the same training counts
/// @param credits of the records in force
public record DivisionSums(
        long teachersInForce,
        long inForce,
        long aside,
        Hours inForceHours,
        Hours asideHours,
        Credits credits) {}
