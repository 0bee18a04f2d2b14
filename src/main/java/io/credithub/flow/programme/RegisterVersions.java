package io.credithub.flow.programme;

import io.credithub.domain.programme.IndexedRegister;
import io.smallrye.mutiny.Uni;

/// The programme register at any of its versions. Implemented by `hub.store`.
public interface RegisterVersions {
    /// @param version number of what records are matched by
    /// @return the register as it was when that number was in force
    Uni<IndexedRegister> at(long version);
}
