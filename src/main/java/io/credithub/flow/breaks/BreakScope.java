package io.credithub.flow.breaks;

import io.credithub.flow.access.Jurisdiction;
import org.jspecify.annotations.Nullable;

/// What a run looks at.
///
/// @param within the teachers of these divisions
/// @param isWhole all that the hub is for: what is nobody's is looked at too
/// @param schoolYear null: all of them
public record BreakScope(Jurisdiction within, boolean isWhole, @Nullable Integer schoolYear) {
    /// Whether a school year is in it.
    public boolean covers(int year) {
        return schoolYear == null || schoolYear == year;
    }
}
