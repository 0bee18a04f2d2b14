package io.credithub.domain.standing;

import io.credithub.domain.Credits;
import io.credithub.domain.policy.terms.SchoolCalendar;
import java.time.LocalDate;
import java.util.List;

/// A verdict with the figures that a list shows beside it.
///
/// @param recognised what counts
/// @param required after exemptions, and pro-rated for who came later
/// @param missing up to what is required in all, after what was carried in and borrowed
/// @param borrowed what is in force of the loans for it
/// @param floors those of which something is missing, in the policy's order
public record VerdictFigures(
        TeacherVerdict verdict,
        Credits recognised,
        Credits required,
        Credits missing,
        Credits borrowed,
        List<MissingFloor> floors) {
    public VerdictFigures {
        floors = List.copyOf(floors);
    }

    /// @param line key of the floor or theme
    public record MissingFloor(String line, Credits missing) {}

    /// Of the cycle. Yearly floors are told with their years.
    public static VerdictFigures of(
            Standing standing, TeacherFacts teacher, SchoolCalendar calendar) {
        List<LineStanding> lines = standing.lines();
        Credits borrowed = Credits.ZERO;
        for (LoanStanding loan : standing.loans()) {
            if (loan.schoolYear() >= standing.cycle()) borrowed = borrowed.plus(loan.borrowed());
        }
        return new VerdictFigures(
                TeacherVerdict.of(standing, teacher, calendar),
                standing.recognised(),
                standing.required(),
                lines.getFirst().missing(),
                borrowed,
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.met() && !line.line().isYearly())
                        .map(line -> new MissingFloor(line.line().key(), line.missing()))
                        .toList());
    }

    /// Of one of its school years.
    public static VerdictFigures of(
            YearStanding year, TeacherFacts teacher, SchoolCalendar calendar, LocalDate asOf) {
        Credits forFloors = Credits.ZERO;
        for (YearFloor floor : year.floors()) forFloors = forFloors.plus(floor.borrowed());
        return new VerdictFigures(
                TeacherVerdict.of(year, teacher, calendar, asOf),
                year.recognised(),
                year.minimum(),
                year.missing(),
                year.borrowed().compareTo(forFloors) < 0 ? forFloors : year.borrowed(),
                year.floors().stream()
                        .filter(floor -> !floor.met())
                        .map(floor -> new MissingFloor(floor.line(), floor.missing()))
                        .toList());
    }
}
