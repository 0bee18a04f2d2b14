package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.flow.explain.CodeLookup;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.reading.RawRecord;
import io.credithub.mapping.contract.Canonical;
import java.time.LocalDate;
import java.util.List;

/// For a feed that writes the canonical form itself: there is nothing to map.
final class IdentityMapper implements FeedMapper {
    @Override
    public JsonNode canonical(RawRecord raw) {
        return raw.fields();
    }

    @Override
    public List<CodeLookup> lookups(RawRecord raw) {
        return List.of();
    }

    @Override
    public Mapped map(RawRecord raw, LocalDate today) {
        if (!raw.findings().isEmpty()) return new Mapped.Unmappable(null, raw.findings());
        return Canonical.read(raw.fields(), today);
    }
}
