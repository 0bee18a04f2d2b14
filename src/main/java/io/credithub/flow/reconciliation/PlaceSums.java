package io.credithub.flow.reconciliation;

import io.credithub.domain.Credits;
import io.credithub.flow.delivery.Hours;
import org.jspecify.annotations.Nullable;

/// Posted records of one county or of one school year.
///
/// @param key a division's code, or the school year
/// @param teachers on the roster who belong there; absent for a school year
/// @param teachersInForce with a record in force, each once a school year
/// @param aside another record of the same training counts
/// @param held earns nothing until a registrar decides
/// @param refused a registrar decided that it earns nothing
public record PlaceSums(
        String key,
        @Nullable Long teachers,
        long teachersInForce,
        long inForce,
        long aside,
        long held,
        long refused,
        Hours inForceHours,
        Hours asideHours,
        Hours heldHours,
        Hours refusedHours,
        Credits credits) {
    /// The same without who is on the roster.
    PlaceSums ofRecords() {
        return new PlaceSums(
                key,
                null,
                teachersInForce,
                inForce,
                aside,
                held,
                refused,
                inForceHours,
                asideHours,
                heldHours,
                refusedHours,
                credits);
    }

    /// Whether there is any record.
    boolean isAnything() {
        return teachersInForce != 0 || inForce != 0 || aside != 0 || held != 0 || refused != 0;
    }
}
