package io.credithub.flow.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.flow.reading.RawRecord;
import java.util.List;

/// Shows how a feed's mapping treats a record: the very mapping that posts, with somebody
/// listening. Implemented by `hub.mapping`.
public interface Retrace {
    /// The canonical record as the mapping writes it, before it is checked; a field that it could
    /// not make sense of is absent. Missing if there is nothing to show.
    ///
    /// @throws IllegalArgumentException if no such feed is loaded
    JsonNode canonical(String feed, RawRecord raw);

    /// The codes that are looked up on the way, by canonical field; none where a feed writes
    /// canonical codes itself.
    ///
    /// @throws IllegalArgumentException if no such feed is loaded
    List<CodeLookup> lookups(String feed, RawRecord raw);
}
