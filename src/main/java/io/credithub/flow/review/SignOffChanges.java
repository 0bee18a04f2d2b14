package io.credithub.flow.review;

import io.credithub.domain.Credits;
import io.credithub.domain.review.SignedTotals;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has become of a county's school year since a line of the ledger. Implemented by
/// `hub.store`; all of one answer is of one moment.
public interface SignOffChanges {
    Uni<ChangedSince> since(ChangeQuestion question);

    /// @param seq the last line that was signed
    /// @param after of teachers behind this internal number
    record ChangeQuestion(String county, int schoolYear, long seq, int after, int most) {}

    /// @param totals as they are now
    /// @param pending changes that lists do not have yet
    /// @param seq the last line of the ledger
    /// @param movements lines of the county's teachers about the school year, and their credits
    /// @param teachers whose lines they are
    record ChangedSince(
            SignedTotals totals,
            long pending,
            long seq,
            MovedLines movements,
            List<TeacherMovements> teachers) {
        public ChangedSince {
            teachers = List.copyOf(teachers);
        }
    }

    /// @param credits what they sum to
    record MovedLines(long lines, Credits credits) {}

    /// @param teacher the internal number
    record TeacherMovements(
            int teacher, @Nullable String teacherNo, @Nullable String name, MovedLines movements) {}
}
