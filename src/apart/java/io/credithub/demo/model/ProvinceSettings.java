package io.credithub.demo.model;

import java.time.LocalDate;

/// What a synthetic province depends on, and nothing else: the same settings, the same bytes.
///
/// @param teachers at least 1
/// @param today nothing is completed or reported after this day
/// @param place among provinces that one hub has, from 0: no two places share a number or a name
public record ProvinceSettings(int teachers, long seed, LocalDate today, int place) {
    private static final String MARKS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";

    /// So many provinces can be told apart.
    public static final int PLACES = 1 + MARKS.length();

    public static final int TEACHERS_MAX = 2_000_000;
    public static final LocalDate TODAY_MIN = SimulatedYears.CYCLE_START;
    public static final LocalDate TODAY = LocalDate.of(2026, 8, 31);

    /// @throws IllegalArgumentException if there is no such province: a caller's bug, or the user's
    ///   number that nobody checked
    public ProvinceSettings {
        if (place < 0 || place >= PLACES) {
            throw new IllegalArgumentException("a hub has at most " + PLACES + " provinces");
        }
        if (teachers < 1 || teachers > TEACHERS_MAX) {
            throw new IllegalArgumentException("teachers must be 1 to " + TEACHERS_MAX);
        }
        if (today.isBefore(TODAY_MIN)) {
            throw new IllegalArgumentException("today must not be before " + TODAY_MIN);
        }
    }

    /// A province that a hub has to itself.
    public ProvinceSettings(int teachers, long seed, LocalDate today) {
        this(teachers, seed, today, 0);
    }

    /// The number of its first teacher, of all that the hub has.
    public int first() {
        return place * teachers;
    }

    /// What its names end with; empty for the first place.
    String mark() {
        return place == 0 ? "" : MARKS.substring(place - 1, place);
    }

    /// What its codes end with; empty for the first place.
    String codeMark() {
        return place == 0 ? "" : "-" + place;
    }
}
