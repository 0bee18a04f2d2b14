package io.credithub.store.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.credithub.flow.erasure.Blotting;
import io.credithub.flow.erasure.PersonTraces;
import io.credithub.flow.feed.FeedDefinition.Format;
import io.credithub.flow.feed.FeedDefinition.Format.Syntax;
import io.credithub.flow.reading.Reading.Slice;
import io.credithub.flow.reading.Reading.Source;
import io.credithub.flow.reading.StrictJson;
import io.credithub.flow.teacher.Sealing;
import io.credithub.store.sealing.Sealed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What claims say of persons who were erased, and what their decisions pushed, without it. A claim
/// of others, too, stays theirs; of a work that nobody else has a part in, nothing is left.
final class ErasedClaims {
    private static final Source LINES =
            new Source(new Format(Syntax.JSON, "UTF-8", null), "UTF-8", new byte[0]);

    private final PersonTraces traces;
    private final Blotting blotting;

    ErasedClaims(PersonTraces traces, Blotting blotting) {
        this.traces = traces;
        this.blotting = blotting;
    }

    /// As tables that are gone over.
    List<RewrittenClaims> tables(Sealing sealing) {
        return List.of(
                new RewrittenClaims(sealing, Sealed.CLAIM_BODY, "revision", "body", this::body),
                new RewrittenClaims(sealing, Sealed.CLAIM_PUSH, "no", "payload", this::lines));
    }

    /// The same, changed only where one of them stands.
    byte[] body(byte[] json) {
        StrictJson.Parsed parsed = StrictJson.read(new String(json, UTF_8));
        if (!(parsed instanceof StrictJson.Parsed.ParsedValue(JsonNode body))) return json;
        if (!(body instanceof ObjectNode claim) || !isNamed(claim)) return json;
        int others = 0;
        for (JsonNode one : claim.path("participants")) if (!isNamed(one)) others++;
        erase(claim, others == 0);
        return claim.toString().getBytes(UTF_8);
    }

    private boolean isNamed(JsonNode node) {
        if (node.isValueNode()) return traces.areIn(node.asText());
        for (JsonNode child : node) if (isNamed(child)) return true;
        return false;
    }

    /// @param isTheirs what tells of a work tells of them alone
    private void erase(ObjectNode claim, boolean isTheirs) {
        for (JsonNode one : claim.path("participants")) {
            if (one instanceof ObjectNode person && isNamed(person)) {
                person.put("teacherNo", ErasingSql.NOTHING);
            }
        }
        for (String field : List.of("title", "evidence")) {
            JsonNode told = claim.get(field);
            if (told != null) claim.set(field, without(told, isTheirs));
        }
    }

    private JsonNode without(JsonNode node, boolean isTheirs) {
        if (node.isTextual()) {
            boolean goes = isTheirs || traces.areIn(node.asText());
            return goes ? TextNode.valueOf(ErasingSql.NOTHING) : node;
        }
        if (node instanceof ArrayNode list) {
            for (int at = 0; at < list.size(); at++) list.set(at, without(list.get(at), isTheirs));
        }
        if (node instanceof ObjectNode paper) {
            for (String field : List.of("reference", "title", "sha256")) {
                JsonNode told = paper.get(field);
                if (told != null) paper.set(field, without(told, isTheirs));
            }
        }
        return node;
    }

    private byte[] lines(byte[] records) {
        int lines = 0;
        for (byte one : records) if (one == '\n') lines++;
        Slice slice = new Slice(0, 0, lines, records);
        Set<Long> theirs = new HashSet<>();
        List<List<String>> texts = blotting.texts(LINES, slice);
        for (int at = 0; at < lines; at++) {
            if (texts.get(at).stream().anyMatch(traces::areIn)) theirs.add((long) at);
        }
        return theirs.isEmpty() ? records : blotting.blot(LINES, slice, theirs);
    }
}
