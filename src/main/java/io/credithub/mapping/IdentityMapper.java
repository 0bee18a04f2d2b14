package io.credithub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.flow.Mapped;
import io.credithub.flow.RawRecord;
import io.credithub.flow.explain.CodeLookup;
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
        if (!raw.findings().isEmpty()) return new Mapped.Refused(null, raw.findings());
        return Canonical.read(raw.fields(), today);
    }
}
