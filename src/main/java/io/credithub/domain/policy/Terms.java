package io.credithub.domain.policy;

import io.credithub.domain.Credits;
import io.credithub.domain.Text;
import java.util.List;

/// What one policy file states: numbers and structure, no logic.
///
/// @param source the regulation that it carries, as officials cite it
/// @param lines one total first, then floors, caps, themes
public record Terms(
        String id,
        Text title,
        String source,
        SchoolCalendar calendar,
        AwardTerms awards,
        YearRule year,
        List<Line> lines,
        NewTeacherRule newTeacher) {

    /// @param minimum of each school year
    /// @param carriesForward whether what a year earns above its minimum counts for the next ones
    /// @param proRated whether who joins in mid-cycle owes a share by school years registered
    public record YearRule(
            Credits minimum, boolean carriesForward, boolean proRated, String paragraph) {}

    public Terms {
        lines = List.copyOf(lines);
    }
}
