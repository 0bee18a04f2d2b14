package io.credithub.domain.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days from the first to the last, both within.
record TrainingDays(LocalDate first, LocalDate last) {
    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean overlaps(TrainingDays other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }

    /// Whether they share a day that neither could have left to the other: who ends one training at
    /// noon may begin the next in the afternoon.
    boolean collides(TrainingDays other) {
        return first.isBefore(other.last) && other.first.isBefore(last);
    }

    /// Whether they overlap, or end within so many days of one another.
    boolean isNear(TrainingDays other, int days) {
        return overlaps(other) || Math.abs(ChronoUnit.DAYS.between(last, other.last)) <= days;
    }
}
