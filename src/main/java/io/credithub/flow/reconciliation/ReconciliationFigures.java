package io.credithub.flow.reconciliation;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.rules.CycleDay;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/// Counts for the proof. Implemented by `hub.store`; all of one answer is of one moment.
public interface ReconciliationFigures {
    /// @param recount also counts every record and entry afresh, which takes its time
    Uni<Figures> count(CycleDay today, boolean recount);

    /// The same of one division: nothing of it is of anybody else.
    ///
    /// @param recount also counts its teachers' records and entries afresh
    Uni<DivisionFigures> count(Jurisdiction within, CycleDay today, boolean recount);

    /// Copies of the same training that differ, of teachers in a jurisdiction, in a stable order.
    ///
    /// @param after the last place of the page before; [CopyCursor#FIRST] for the first page
    Uni<List<PlacedDifference>> differences(Jurisdiction within, CopyCursor after, int most);

    /// A place in that order.
    record CopyCursor(int teacher, int family, UUID record) {
        public static final CopyCursor FIRST = new CopyCursor(0, 0, new UUID(0, 0));
    }

    record PlacedDifference(CopyCursor place, CopiesDiffer copies) {}
}
