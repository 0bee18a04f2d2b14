package io.credithub.flow.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.credithub.domain.division.DivisionList;
import io.smallrye.mutiny.Uni;

/// The divisions that the registry knows. Implemented by `hub.store`.
public interface KnownDivisions {
    /// The newest; remembered by the process until there is a newer one.
    Uni<DivisionCatalogue> catalogue();

    /// Takes over what is on file, if it says something else than the newest of the registry. What
    /// was known before is kept. Several processes may do so at once.
    ///
    /// @param onFile an empty one changes nothing
    /// @return whether it said something new
    Uni<Boolean> learn(DivisionList onFile);
}
