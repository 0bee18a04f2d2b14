package io.credithub.demo.answer;

import io.credithub.demo.model.SimulatedYears;
import io.credithub.demo.model.SourceSystem;
import java.time.YearMonth;

/// What a feed declares of a month, by the day of completion.
///
/// @param isRight whether it is what the hub has in the end
public record DeclaredMonth(
        SourceSystem system,
        YearMonth month,
        long records,
        long persons,
        long hourHundredths,
        boolean isRight) {
    /// Whether it is declared once all but stragglers had been exported.
    public boolean isEarly() {
        return system == SourceSystem.PROVINCE && month.equals(SimulatedYears.DECLARED_EARLY);
    }

    /// As it must be found.
    public KeyBreak wrong() {
        String about = month.toString();
        return KeyBreak.ofRecord("MONTH_TOTAL", "CONTROL_TOTAL", system, about);
    }
}
