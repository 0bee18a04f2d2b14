package io.credithub.flow.report.national;

import io.credithub.domain.Credits;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.delivery.Hours;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Teachers and what they have in force of a school year. Implemented by `hub.store`.
public interface NationalExportFigures {
    /// What it comes to, at one moment.
    Uni<NationalExportSums> sums(NationalExportQuestion question);

    /// Each teacher with a record in force, by division, school and number.
    ///
    /// @param take is done with a stretch before it is given the next one
    Uni<Void> each(
            NationalExportQuestion question, Function<List<NationalExportTeacher>, Uni<Void>> take);

    /// @param basis what the basis is asked by
    record NationalExportQuestion(Jurisdiction within, int schoolYear, BasisQuestion basis) {}

    /// @param amounts each sum of credits that somebody has, once
    record NationalExportSums(ReportBasis basis, List<NationalExportAmount> amounts) {
        public NationalExportSums {
            amounts = List.copyOf(amounts);
        }
    }

    /// @param teachers how many have exactly so many credits
    /// @param hours of all of them
    record NationalExportAmount(Credits credits, long teachers, Hours hours) {}

    /// @param teacherNo null of a teacher who has none
    /// @param idMasked the identity document with most of its digits hidden, if one is on file
    /// @param school to which the teacher belongs
    record NationalExportTeacher(
            @Nullable String teacherNo,
            String name,
            @Nullable String idMasked,
            String division,
            @Nullable String school,
            @Nullable String schoolName,
            Hours hours,
            Credits credits) {}
}
