package io.credithub.flow.statement;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.domain.standing.VerdictFigures;
import io.credithub.flow.access.TeacherSight;
import io.credithub.flow.roster.RosterRow.TeacherStatus;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Teachers on the roster with their verdicts, as lists show them. Implemented by `hub.store`.
public interface TeacherLists {
    /// A page of them.
    ///
    /// @param after null: from the first
    Uni<CountedPage> page(
            TeacherFilter filter, ListOrder order, @Nullable ListPlace after, int most);

    /// @param teachers up to as many as were asked for
    /// @param counts by verdict, whatever verdict the filter names; none where nobody is
    record CountedPage(List<ListedTeacher> teachers, Map<TeacherVerdict, Long> counts) {}

    /// Which teachers are asked for; null: any.
    ///
    /// @param sight whose teachers: they belong there
    /// @param cycle its first school year
    /// @param schoolYear of the cycle; null: the cycle itself
    /// @param name a part of it
    record TeacherFilter(
            TeacherSight sight,
            int cycle,
            @Nullable Integer schoolYear,
            @Nullable String name,
            @Nullable TeacherStatus state,
            @Nullable TeacherVerdict verdict) {
        /// @throws IllegalArgumentException if the school year lies before the cycle: a bug
        public TeacherFilter {
            if (schoolYear != null && schoolYear < cycle) {
                throw new IllegalArgumentException(schoolYear + " is not of cycle " + cycle);
            }
        }

        /// People are never printed.
        @Override
        public String toString() {
            return "TeacherFilter[masked]";
        }
    }

    /// @param by what; who is alike in it goes by the number in the registry
    /// @param descending the other way round, in that too
    record ListOrder(ListKey by, boolean descending) {}

    /// What a list is sorted by. Texts are ordered by their characters.
    enum ListKey {
        NUMBER,
        NAME,
        SCHOOL,
        /// What is missing of the total.
        MISSING
    }

    /// Where a page ends.
    ///
    /// @param key of the last teacher, as it was; empty for a name, which no address carries
    /// @param teacher number in the registry
    record ListPlace(String key, int teacher) {}

    /// A teacher in a list.
    ///
    /// @param number in the registry
    /// @param teacherNo absent where the roster has none
    /// @param division the county that answers for the teacher
    /// @param school code of the school that the teacher belongs to; empty: none is known
    /// @param state as the roster writes it
    record ListedTeacher(
            int number,
            @Nullable String teacherNo,
            String name,
            String division,
            String school,
            @Nullable String schoolName,
            String state,
            VerdictFigures figures) {
        /// Where a page ends that ends with this teacher.
        public ListPlace place(ListKey by) {
            String key =
                    switch (by) {
                        case NUMBER -> teacherNo == null ? "" : teacherNo;
                        case NAME -> "";
                        case SCHOOL -> school;
                        case MISSING -> Long.toString(figures.missing().hundredths());
                    };
            return new ListPlace(key, number);
        }

        /// People are never printed.
        @Override
        public String toString() {
            return "ListedTeacher[masked]";
        }
    }
}
