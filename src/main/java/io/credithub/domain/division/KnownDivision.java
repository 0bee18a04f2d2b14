package io.credithub.domain.division;

import org.jspecify.annotations.Nullable;

/// A division of today or of the past.
///
/// @param name without that of the division it belongs to, `小店区`
/// @param parent the code of the division it belongs to; null: a province, or of none that is known
/// @param fromYear the first school year of its code, by its first year; null: before all changes
/// @param toYear the last school year of its code; null: it holds today
public record KnownDivision(
        String code,
        String name,
        DivisionLevel level,
        @Nullable String parent,
        DivisionKind kind,
        @Nullable Integer fromYear,
        @Nullable Integer toYear) {
    public boolean isToday() {
        return toYear == null;
    }

    /// @param schoolYear by its first year
    public boolean holdsIn(int schoolYear) {
        return (fromYear == null || fromYear <= schoolYear)
                && (toYear == null || schoolYear <= toYear);
    }
}
