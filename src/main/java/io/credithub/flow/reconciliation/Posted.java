package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;

/// What became of accepted records. `inForce + aside + held + refused + replaced = accepted`, in
/// records and hours.
///
/// @param aside another record of the same training counts
/// @param held earns nothing until a registrar decides
/// @param refused a registrar decided that it earns nothing
/// @param replaced superseded by a newer content, or withdrawn
/// @param credits of the records in force
/// @param teachersInForce with a record in force, each once a school year
public record Posted(
        long inForce,
        long aside,
        long held,
        long refused,
        long replaced,
        Hours inForceHours,
        Hours asideHours,
        Hours heldHours,
        Hours refusedHours,
        Hours replacedHours,
        Credits credits,
        long teachersInForce) {}
