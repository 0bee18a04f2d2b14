package io.credithub.domain.reconcile;

import io.credithub.domain.completion.Level;
import java.util.Set;

/// From when on something is a break. The regulation leaves all of it open.
///
/// @param lateDays a record that is reported more days than this after its completion is late
/// @param withdrawnDays a record that is taken back within so many days after it first came was a
///   slip, and no break unless its school year was decided
/// @param evidenceLevels levels whose records must name evidence
public record BreakRules(int lateDays, int withdrawnDays, Set<Level> evidenceLevels) {
    /// What holds where no file says otherwise.
    public static final BreakRules DEFAULT = new BreakRules(90, 30, Set.of());

    public BreakRules {
        evidenceLevels = Set.copyOf(evidenceLevels);
    }
}
