package io.credithub.demo.model;

import java.time.LocalDate;

/// What a synthetic province depends on, and nothing else: the same settings, the same bytes.
///
/// @param teachers at least 1
/// @param today nothing is completed or reported after this day
public record ProvinceSettings(int teachers, long seed, LocalDate today) {
    public static final int TEACHERS_MAX = 2_000_000;
    public static final LocalDate TODAY_MIN = SimulatedYears.CYCLE_START;
    public static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

    /// @throws IllegalArgumentException if there is no such province: a caller's bug, or the user's
    ///   number that nobody checked
    public ProvinceSettings {
        if (teachers < 1 || teachers > TEACHERS_MAX) {
            throw new IllegalArgumentException("teachers must be 1 to " + TEACHERS_MAX);
        }
        if (today.isBefore(TODAY_MIN)) {
            throw new IllegalArgumentException("today must not be before " + TODAY_MIN);
        }
    }
}
