package io.credithub.flow.report.table;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statistical return counts, all at one moment. Implemented by `hub.store`.
public interface TrainingStatisticFigures {
    /// @param basis what their basis is asked by
    Uni<TrainingStatisticSums> read(Jurisdiction within, int schoolYear, BasisQuestion basis);

    /// @param all everybody, each once
    /// @param groups in the order of their keys, those with any record
    /// @param schools every school of the roster, by division and code; each teacher is in one
    record TrainingStatisticSums(
            ReportBasis basis,
            TrainingStatisticAmounts all,
            List<TrainingStatisticGroup> groups,
            List<TrainingStatisticSchool> schools) {
        public TrainingStatisticSums {
            groups = List.copyOf(groups);
            schools = List.copyOf(schools);
        }

        List<TrainingStatisticGroup> groups(TrainingStatisticDimension by) {
            return groups.stream().filter(group -> group.by() == by).toList();
        }
    }

    /// What records in force are grouped by. One teacher may be in several groups of each.
    enum TrainingStatisticDimension {
        /// Keys are codes of levels.
        LEVEL,
        /// Keys are names of [TrainingStatisticKind].
        KIND,
        /// Keys are the categories of teachers' own results, as records name them.
        CATEGORY,
        /// Keys are codes of forms.
        FORM
    }

    /// What was done.
    enum TrainingStatisticKind {
        /// Took part in a training.
        TRAINING,
        /// Lectured, organised, mentored.
        ROLE,
        DEGREE,
        /// Results of teachers' own work, degree study aside.
        RESULT
    }

    /// @param persons with a record in force, each once
    /// @param personTimes records in force
    /// @param hours in hundredths, as `credits` are
    record TrainingStatisticAmounts(long persons, long personTimes, long hours, long credits) {
        public static final TrainingStatisticAmounts NONE =
                new TrainingStatisticAmounts(0, 0, 0, 0);

        /// Both together; a teacher whom both count is counted twice.
        TrainingStatisticAmounts plus(TrainingStatisticAmounts more) {
            return new TrainingStatisticAmounts(
                    persons + more.persons,
                    personTimes + more.personTimes,
                    hours + more.hours,
                    credits + more.credits);
        }

        /// Hours a person, in hundredths, HALF_UP; null: there is nobody.
        @Nullable Long meanHours() {
            if (persons == 0) return null;
            return Math.floorDiv(2 * hours + persons, 2 * persons);
        }
    }

    record TrainingStatisticGroup(
            TrainingStatisticDimension by, String key, TrainingStatisticAmounts amounts) {}

    /// @param school null: the roster names none
    /// @param teachers on the roster who belong there, with records or without
    record TrainingStatisticSchool(
            String division,
            @Nullable String school,
            @Nullable String name,
            long teachers,
            TrainingStatisticAmounts amounts) {}
}
