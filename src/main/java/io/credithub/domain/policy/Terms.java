package io.credithub.domain.policy;

import io.credithub.domain.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one policy file states: numbers and structure, no logic.
///
/// @param source the regulation that it carries, as officials cite it
/// @param grades one for each grade
public record Terms(
        String id,
        Text title,
        String source,
        SchoolCalendar calendar,
        List<HoursRule> hours,
        List<GradeRule> grades,
        @Nullable AttendanceRule attendance,
        Rounding rounding,
        List<ResultRule> results,
        RequirementTerms requirements) {

    public Terms {
        hours = List.copyOf(hours);
        grades = List.copyOf(grades);
        results = List.copyOf(results);
    }
}
