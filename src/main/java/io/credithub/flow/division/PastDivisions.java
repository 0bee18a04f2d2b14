package io.credithub.flow.division;

import io.credithub.domain.division.DivisionCatalogue;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.NavigableMap;

/// All lists of divisions that the registry has had. Implemented by `hub.store`.
public interface PastDivisions {
    /// Each by the moment from which it was known.
    Uni<NavigableMap<Instant, DivisionCatalogue>> all();
}
