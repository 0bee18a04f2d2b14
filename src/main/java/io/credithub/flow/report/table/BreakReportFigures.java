package io.credithub.flow.report.table;

import io.credithub.domain.reconcile.BreakCode;
import io.credithub.domain.reconcile.BreakOwner;
import io.credithub.domain.reconcile.BreakState;
import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.breaks.BreakAge;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportBasis;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Breaks as a report tells them. Implemented by `hub.store`.
public interface BreakReportFigures {
    /// What they come to, at one moment.
    Uni<BreakReportSums> sums(BreakReportFilter filter);

    /// Each of them, by county, school and teacher, the longest open first.
    ///
    /// @param take is done with a stretch before it is given the next one
    Uni<Void> each(BreakReportFilter filter, Function<List<BreakReportLine>, Uni<Void>> take);

    /// Which breaks are meant; null: any.
    ///
    /// @param isWhole what is nobody's is meant too
    /// @param feed of the record that they are about, or whose total
    /// @param basis what their basis is asked by
    record BreakReportFilter(
            Jurisdiction within,
            boolean isWhole,
            @Nullable Integer schoolYear,
            BreakState state,
            @Nullable BreakCode code,
            @Nullable BreakOwner owner,
            @Nullable String feed,
            BasisQuestion basis) {
        /// Those that had appeared by then.
        public Instant asOf() {
            return basis.asOf();
        }
    }

    record BreakReportSums(ReportBasis basis, List<BreakReportSum> sums) {
        public BreakReportSums {
            sums = List.copyOf(sums);
        }
    }

    /// @param cause a word of a closed list, where there is one
    /// @param inQuestion in hundredths of a credit: by how much both sides differ where both state
    ///   it
    record BreakReportSum(
            BreakCode code,
            @Nullable String cause,
            BreakOwner owner,
            BreakAge age,
            long breaks,
            long inQuestion) {}

    /// One break.
    ///
    /// @param division empty: the province's
    /// @param schoolYear 0: of none
    /// @param closedAt null while it is open, or is only told
    record BreakReportLine(
            String division,
            @Nullable String school,
            @Nullable String schoolName,
            @Nullable String teacherNo,
            int schoolYear,
            BreakCode code,
            BreakOwner owner,
            @Nullable String assignee,
            Instant openedAt,
            @Nullable Instant closedAt,
            BreakReportSide ours,
            BreakReportSide theirs) {}

    /// One side of it; absent is what the side does not state.
    ///
    /// @param value of the field that gives the code
    /// @param hours in hundredths, as `credits` are
    record BreakReportSide(
            @Nullable String feed,
            @Nullable String recordId,
            @Nullable String value,
            @Nullable Long hours,
            @Nullable Long credits) {}
}
