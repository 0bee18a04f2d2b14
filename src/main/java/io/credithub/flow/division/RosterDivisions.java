package io.credithub.flow.division;

import io.credithub.flow.access.Jurisdiction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Which codes of divisions the roster has. Implemented by `hub.store`.
public interface RosterDivisions {
    /// In the order of the codes; everybody who belongs there is in one of them.
    Uni<List<DivisionHeads>> count(Jurisdiction within);

    /// @param teachers how many are registered under the code
    record DivisionHeads(String division, long teachers) {}
}
