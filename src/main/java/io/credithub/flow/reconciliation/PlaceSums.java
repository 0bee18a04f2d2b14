package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import org.jspecify.annotations.Nullable;

/// Posted records of one county or of one school year.
///
/// @param key a division's code, or the school year
/// @param teachers on the roster who belong there; absent for a school year
/// @param teachersInForce with a record in force, each once a school year
/// @param aside another system's copy of the same training counts
public record PlaceSums(
        String key,
        @Nullable Long teachers,
        long teachersInForce,
        long inForce,
        long aside,
        Hours inForceHours,
        Hours asideHours,
        Credits credits) {}
