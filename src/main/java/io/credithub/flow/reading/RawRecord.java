package io.credithub.flow.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.credithub.domain.completion.Finding;
import java.util.List;

/// One record as the source wrote it, before any mapping.
///
/// @param position of the record in its delivery, from 0
/// @param fields the source's fields; missing if it could not be read
/// @param findings why it could not be read; empty if it could
public record RawRecord(long position, JsonNode fields, List<Finding> findings) {
    public static RawRecord of(long position, JsonNode fields) {
        return new RawRecord(position, fields, List.of());
    }

    public static RawRecord unreadable(long position, Finding finding) {
        return new RawRecord(position, MissingNode.getInstance(), List.of(finding));
    }
}
