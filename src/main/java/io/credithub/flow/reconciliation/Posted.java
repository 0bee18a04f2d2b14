package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;

/// What became of accepted records. `inForce + aside + replaced = accepted`, in records and hours.
///
/// @param aside another system's copy of the same training counts
/// @param replaced superseded by a newer content, or withdrawn
/// @param credits of the records in force
/// @param teachersInForce with a record in force, each once a school year
public record Posted(
        long inForce,
        long aside,
        long replaced,
        Hours inForceHours,
        Hours asideHours,
        Hours replacedHours,
        Credits credits,
        long teachersInForce) {}
