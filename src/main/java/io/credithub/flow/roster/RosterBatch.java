package io.credithub.flow.roster;

import io.credithub.flow.reading.RosterColumn;
import java.util.List;
import java.util.Set;

/// Some rows of one roster file.
///
/// @param columns what the file speaks of: of everything else nothing is said
public record RosterBatch(Set<RosterColumn> columns, List<RosterRow> rows) {
    public RosterBatch {
        columns = Set.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
