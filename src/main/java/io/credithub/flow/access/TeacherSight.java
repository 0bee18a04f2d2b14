package io.credithub.flow.access;

import org.jspecify.annotations.Nullable;

/// Whose teachers somebody may see: those of a division, or of one school of it.
///
/// @param within where the school is
/// @param school its code; null: all of them
public record TeacherSight(Jurisdiction within, @Nullable String school) {
    /// Of all schools of a division.
    public TeacherSight(Jurisdiction within) {
        this(within, null);
    }

    /// Whether teachers of that school, there, are among them.
    ///
    /// @param division in which the school is
    public boolean has(String division, @Nullable String code) {
        return within.covers(division) && (school == null || school.equals(code));
    }
}
