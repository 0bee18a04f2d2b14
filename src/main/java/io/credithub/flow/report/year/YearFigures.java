package io.credithub.flow.report.year;

import io.credithub.flow.access.Jurisdiction;
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
    record YearScope(Jurisdiction within, boolean isWhole, int schoolYear) {
        private static final int COUNTY_DIGITS = 6;

        /// A county's teachers are told by their schools, others' by their counties.
        public boolean isCounty() {
            return within.prefix().length() == COUNTY_DIGITS;
        }
    }
}
