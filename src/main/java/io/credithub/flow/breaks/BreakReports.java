package io.credithub.flow.breaks;

import java.util.List;

/// Writes breaks as CSV. Implemented by `hub.report`.
public interface BreakReports {
    /// One line each.
    String breaks(List<KnownBreak> breaks);

    /// What a run left, by county, code, owner and state.
    String summary(BreakRun run);
}
