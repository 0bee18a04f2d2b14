package io.credithub.flow.processing;

import io.credithub.flow.reading.RawRecord;
import java.time.LocalDate;

/// Raw records to completions. Implemented by `hub.mapping` with the files in `mappings/`.
public interface Mapping {
    /// @param feed its code
    /// @throws IllegalArgumentException if no such feed is loaded
    Mapper of(String feed);

    /// Safe for several threads at once.
    interface Mapper {
        /// @param today completion dates after it are findings
        Mapped map(RawRecord raw, LocalDate today);
    }
}
