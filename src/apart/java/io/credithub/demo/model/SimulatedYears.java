package io.credithub.demo.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/// The calendar of the synthetic province: school years begin on 1 September and are named by their
/// first year. Written a second time here on purpose, so that the answer key is a second opinion.
public final class SimulatedYears {
    public static final int FIRST = 2022;
    public static final int COUNT = 5;

    /// A day of the second school year on which people act before anything has come: they lend, and
    /// declare a month.
    public static final LocalDate EARLY_DAY = LocalDate.of(FIRST + 2, Month.MAY, 29);

    /// The month that is declared on it, of which all but stragglers had been exported.
    public static final YearMonth DECLARED_EARLY = YearMonth.of(FIRST + 2, Month.APRIL);

    static final LocalDate CYCLE_START = LocalDate.of(FIRST, Month.SEPTEMBER, 1);

    private SimulatedYears() {}

    public static int of(LocalDate day) {
        return day.getMonthValue() >= Month.SEPTEMBER.getValue()
                ? day.getYear()
                : day.getYear() - 1;
    }

    /// The last school year of the cycle that has begun by then.
    public static int lastBy(LocalDate today) {
        return Math.min(of(today), FIRST + COUNT - 1);
    }

    public static LocalDate start(int year) {
        return LocalDate.of(year, Month.SEPTEMBER, 1);
    }
}
