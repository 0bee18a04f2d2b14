package io.credithub.domain.standing;

import io.credithub.domain.Credits;

/// A floor of a school year.
///
/// @param line its key
/// @param recognised in the year
/// @param carriedIn 0, or below 0 by what is owed for loans of years before
/// @param borrowed for this floor
/// @param required 0 where the floor is taken off or the year asks nothing
/// @param missing after the loan
public record YearFloor(
        String line,
        Credits recognised,
        Credits carriedIn,
        Credits borrowed,
        Credits required,
        Credits missing,
        boolean waived) {
    public boolean met() {
        return missing.hundredths() == 0;
    }
}
