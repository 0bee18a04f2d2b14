package io.credithub.demo.answer;

import io.credithub.demo.model.Details;
import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SourceSystem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// One record of a teacher as its system means it in the end.
///
/// @param told the programme as this system has it; the name is the details'
/// @param credits the system's own figure; empty where it states none
/// @param role empty of those who took part
public record KeyRecord(
        SourceSystem system,
        String recordId,
        Programme told,
        Details details,
        String credits,
        String role) {
    /// In hundredths, by the regulation.
    public long award() {
        return KeyArithmetic.award(told.level(), told.form(), details);
    }

    public LocalDate lastDay() {
        return details.completedOn();
    }

    public LocalDate firstDay() {
        long days = ChronoUnit.DAYS.between(told.startedOn(), told.completedOn());
        return lastDay().minusDays(days);
    }

    int hours() {
        return details.hourHundredths();
    }

    boolean overlaps(KeyRecord other) {
        return !firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(lastDay());
    }

    long daysApart(KeyRecord other) {
        return Math.abs(ChronoUnit.DAYS.between(lastDay(), other.lastDay()));
    }

    @Override
    public String toString() {
        return system + " " + recordId;
    }
}
