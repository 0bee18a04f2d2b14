package io.credithub.flow.processing;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/// Numbers for programme names. Implemented by `hub.store`.
public interface Programmes {
    /// @param names a name as written, by its normal form
    /// @return the number for each normal form; a new one is kept for ever
    Uni<Map<String, Integer>> numbers(Map<String, String> names);

    /// The same without keeping anything: a name that is not known yet has a negative number.
    Uni<Map<String, Integer>> provisional(Map<String, String> names);
}
