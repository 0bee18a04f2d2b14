package io.credithub.api.teacher;

import io.credithub.domain.Credits;
import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.domain.standing.VerdictFigures;
import io.credithub.domain.standing.VerdictFigures.MissingFloor;
import io.credithub.flow.statement.ListTeachers.ListPage;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of the list of teachers.
///
/// @param cycle its first school year
/// @param schoolYear absent: the verdicts are of the cycle
/// @param counts how many there are by verdict, whatever verdict was asked for
/// @param asOf up to when everything is in it
/// @param pending what has changed since and is not in it: 0 but for seconds
/// @param next the cursor of the page after it; absent on the last
public record TeacherListView(
        int cycle,
        @Nullable Integer schoolYear,
        Map<TeacherVerdict, Long> counts,
        Instant asOf,
        long pending,
        List<TeacherLine> items,
        @Nullable String next) {

    /// A teacher in it.
    ///
    /// @param division the county that answers for the teacher
    /// @param school that the teacher belongs to
    /// @param state on the roster
    /// @param missing up to what is required in all
    /// @param floors of which something is missing, by their keys in the rules
    public record TeacherLine(
            @Nullable String teacherNo,
            String name,
            String division,
            @Nullable TeacherSchool school,
            String state,
            TeacherVerdict verdict,
            Credits recognised,
            Credits required,
            Credits missing,
            Credits borrowed,
            List<MissingFloor> floors) {
        static TeacherLine of(ListedTeacher teacher) {
            VerdictFigures figures = teacher.figures();
            return new TeacherLine(
                    teacher.teacherNo(),
                    teacher.name(),
                    teacher.division(),
                    teacher.school().isEmpty()
                            ? null
                            : new TeacherSchool(teacher.school(), teacher.schoolName()),
                    teacher.state(),
                    figures.verdict(),
                    figures.recognised(),
                    figures.required(),
                    figures.missing(),
                    figures.borrowed(),
                    figures.floors());
        }

        /// People are never printed.
        @Override
        public String toString() {
            return "TeacherLine[masked]";
        }
    }

    /// @param name absent where the roster does not say
    public record TeacherSchool(String code, @Nullable String name) {}

    static TeacherListView of(
            TeacherFilter filter, ListPage page, List<ListedTeacher> items, @Nullable String next) {
        return new TeacherListView(
                filter.cycle(),
                filter.schoolYear(),
                page.page().counts(),
                page.asOf(),
                page.pending().changes() + page.pending().teachers(),
                items.stream().map(TeacherLine::of).toList(),
                next);
    }
}
