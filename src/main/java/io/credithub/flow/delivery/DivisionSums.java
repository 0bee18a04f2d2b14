package io.credithub.flow.delivery;

import io.credithub.domain.Credits;

/// What records of a division's own teachers come to.
///
/// @param teachersInForce with a record in force, each once a school year
/// @param aside another record of the same training counts
/// @param held earns nothing until a registrar decides
/// @param refused a registrar decided that it earns nothing
/// @param credits of the records in force
public record DivisionSums(
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
    public static final DivisionSums NONE =
            new DivisionSums(
                    0, 0, 0, 0, 0, Hours.NONE, Hours.NONE, Hours.NONE, Hours.NONE, Credits.ZERO);

    /// Both together; a teacher whom both count is counted twice.
    public DivisionSums plus(DivisionSums other) {
        return new DivisionSums(
                teachersInForce + other.teachersInForce,
                inForce + other.inForce,
                aside + other.aside,
                held + other.held,
                refused + other.refused,
                inForceHours.plus(other.inForceHours),
                asideHours.plus(other.asideHours),
                heldHours.plus(other.heldHours),
                refusedHours.plus(other.refusedHours),
                credits.plus(other.credits));
    }

    /// The same with another count of teachers.
    public DivisionSums of(long teachers) {
        return new DivisionSums(
                teachers,
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
}
