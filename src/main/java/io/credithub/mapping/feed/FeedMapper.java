package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.flow.explain.CodeLookup;
import io.credithub.flow.processing.Mapping.Mapper;
import io.credithub.flow.reading.RawRecord;
import java.util.List;

/// A mapper that can also show what it makes of a record before that is checked, and how.
interface FeedMapper extends Mapper {
    /// The canonical record as the mapping writes it; a field that it could not make sense of is
    /// absent. Missing if there is nothing to show.
    JsonNode canonical(RawRecord raw);

    /// The codes that it looks up on the way; in the order of the canonical fields.
    List<CodeLookup> lookups(RawRecord raw);
}
