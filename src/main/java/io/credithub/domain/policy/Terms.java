package io.credithub.domain.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one policy file states: numbers and structure, no logic.
///
/// @param grades one for each grade
/// @param lines one total first, then floors, caps, themes
public record Terms(
        Heading heading,
        SchoolCalendar calendar,
        List<HoursRule> hours,
        List<GradeRule> grades,
        @Nullable AttendanceRule attendance,
        Rounding rounding,
        List<ResultRule> results,
        YearRule year,
        List<Line> lines,
        NewTeacherRule newTeacher) {

    /// @param minimum of each school year
    /// @param carriesForward whether what a year earns above its minimum counts for the next ones
    /// @param proRated whether who joins in mid-cycle owes a share by school years registered
    public record YearRule(
            Credits minimum, boolean carriesForward, boolean proRated, String paragraph) {}

    public Terms {
        hours = List.copyOf(hours);
        grades = List.copyOf(grades);
        results = List.copyOf(results);
        lines = List.copyOf(lines);
    }

    public String id() {
        return heading.id();
    }

    public Text title() {
        return heading.title();
    }

    public String source() {
        return heading.source();
    }
}
