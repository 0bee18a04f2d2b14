package io.credithub.flow.statement;

import io.credithub.domain.standing.TeacherVerdict;
import io.credithub.flow.statement.TeacherLists.ListedTeacher;
import io.credithub.flow.statement.TeacherLists.TeacherFilter;
import io.credithub.flow.statement.VerdictBook.PendingRows;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Lists of teachers as they were known at a moment. Implemented by `hub.store`.
public interface KnownTeacherLists {
    Uni<KnownCounts> counts(TeacherFilter filter, Instant asOf);

    /// Whoever is asked for, by school and number in the registry.
    ///
    /// @param take is done with a stretch before it is given the next one
    Uni<Void> each(
            TeacherFilter filter, Instant asOf, Function<List<ListedTeacher>, Uni<Void>> take);

    /// @param counts by verdict, whatever verdict the filter names; none where nobody is
    /// @param rulebook by which they were judged
    /// @param pending what had changed, and was not in the rows by then
    record KnownCounts(Map<TeacherVerdict, Long> counts, int rulebook, PendingRows pending) {
        public KnownCounts {
            counts = Map.copyOf(counts);
        }
    }
}
