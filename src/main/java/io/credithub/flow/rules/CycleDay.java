package io.credithub.flow.rules;

import io.credithub.domain.policy.terms.SchoolCalendar;
import java.time.LocalDate;

/// A day, and the calendar that says which cycle it is in and which are over.
public record CycleDay(LocalDate day, SchoolCalendar calendar) {
    public int cycle() {
        return calendar.cycleOf(day);
    }
}
