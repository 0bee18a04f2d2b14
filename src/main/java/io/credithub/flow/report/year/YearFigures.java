package io.credithub.flow.report.year;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.report.ReportQuestion;
import io.credithub.flow.report.head.BasisQuestion;
import io.credithub.flow.report.head.ReportHeads;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/// Counts for statements and roll-ups. Implemented by `hub.store`; all of one answer is of one
/// moment, and what the proof counts too is counted as there.
public interface YearFigures {
    /// @param asOf as known on this moment
    Uni<StatementFigures> statement(YearScope scope, Instant asOf);

    /// @param asOf as known on this moment
    Uni<RollUpFigures> rollUp(YearScope scope, Instant asOf);

    /// @param within the teachers of these divisions
    /// @param isWhole all that the hub is for: what is nobody's, and what feeds delivered as a
    ///   whole, is of it too
    /// @param basis what their basis is asked by
    record YearScope(Jurisdiction within, boolean isWhole, int schoolYear, BasisQuestion basis) {
        private static final int COUNTY_DIGITS = 6;

        /// The school year that is asked for, or the one that is running.
        static YearScope of(ReportQuestion question, ReportHeads heads) {
            int year = heads.yearOf(question);
            return new YearScope(
                    question.within(),
                    heads.isWhole(question.within()),
                    year,
                    heads.basisOf(question, year));
        }

        /// A county's teachers are told by their schools, others' by their counties.
        public boolean isCounty() {
            return within.prefix().length() == COUNTY_DIGITS;
        }
    }
}
