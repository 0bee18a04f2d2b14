package io.credithub.domain.policy.terms;

import java.time.LocalDate;

/// The days on which a version of a policy is in force.
///
/// @param from its first day; `LocalDate.MIN` if it was never begun
/// @param to its last day, itself included; `LocalDate.MAX` while no end is known
public record Effective(LocalDate from, LocalDate to) {
    /// On every day.
    public static final Effective ALWAYS = new Effective(LocalDate.MIN, LocalDate.MAX);

    /// @throws IllegalArgumentException if it ends before it begins
    public Effective {
        if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// Whether some day belongs to both.
    public boolean overlaps(Effective other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    /// Whether the other begins on the day after this one ends.
    public boolean isFollowedBy(Effective other) {
        return !to.equals(LocalDate.MAX) && to.plusDays(1).equals(other.from);
    }
}
