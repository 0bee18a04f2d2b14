package io.credithub.flow.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes pages apart. Implemented by `hub.reading`, which reads their records later by the same
/// brackets.
public interface Envelopes {
    /// @param pointer to the array of records, through objects only; null for the page itself
    /// @return empty where the page has no array there, or does not close it
    Optional<PageEnvelope> open(byte[] page, @Nullable String pointer);
}
