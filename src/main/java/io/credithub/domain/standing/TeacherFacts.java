package io.credithub.domain.standing;

import io.credithub.domain.Article;
import io.credithub.domain.policy.SchoolCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the roster says of a teacher, as far as standing depends on it.
///
/// @param confirmedOn 转正; null where the roster does not say
/// @param transferredInOn 调入, from outside the schools that this regulation covers
/// @param newTeacher still on probation: without a confirmation nothing is registered yet
@Article("三(二)")
public record TeacherFacts(
        @Nullable LocalDate confirmedOn, @Nullable LocalDate transferredInOn, boolean newTeacher) {
    /// Confirmed long ago, as far as anybody knows.
    public static final TeacherFacts SETTLED = new TeacherFacts(null, null, false);

    /// The first school year in which credits are registered: the year of confirmation or transfer,
    /// the later of the two. `Integer.MIN_VALUE`: ever since; `MAX_VALUE`: not yet.
    int registeredFrom(SchoolCalendar calendar) {
        if (newTeacher && confirmedOn == null) return Integer.MAX_VALUE;
        int from = Integer.MIN_VALUE;
        if (confirmedOn != null) from = calendar.schoolYearOf(confirmedOn);
        if (transferredInOn != null) from = Math.max(from, calendar.schoolYearOf(transferredInOn));
        return from;
    }
}
