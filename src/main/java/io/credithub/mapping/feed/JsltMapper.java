package io.credithub.mapping.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.explain.CodeLookup;
import io.credithub.flow.processing.Mapped;
import io.credithub.flow.reading.RawRecord;
import io.credithub.mapping.contract.Canonical;
import io.credithub.mapping.contract.Findings;
import io.credithub.mapping.contract.SourceCredits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Maps a source's record to the canonical form with one compiled JSLT template, then reads that as
/// strictly as a pushed record is read.
final class JsltMapper implements FeedMapper {
    private final Expression template;
    private final CodedFields coded;

    /// @param coded the fields of the template that go through a code table
    JsltMapper(Expression template, CodedFields coded) {
        this.template = template;
        this.coded = coded;
    }

    @Override
    public JsonNode canonical(RawRecord raw) {
        if (!raw.fields().isObject()) return MissingNode.getInstance();
        try {
            JsonNode canonical = template.apply(raw.fields());
            takeFaults(canonical, "", new Findings());
            return canonical;
        } catch (JsltException broken) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public List<CodeLookup> lookups(RawRecord raw) {
        return raw.fields().isObject() ? coded.lookups(raw.fields()) : List.of();
    }

    @Override
    public Mapped map(RawRecord raw, LocalDate today) {
        if (!raw.findings().isEmpty()) return new Mapped.Unmappable(null, raw.findings());
        if (!raw.fields().isObject()) return refused(FindingCode.WRONG_TYPE);
        JsonNode canonical;
        try {
            canonical = comparedOnly(template.apply(raw.fields()));
        } catch (JsltException broken) {
            return refused(FindingCode.WRONG_TYPE);
        }
        Findings faults = new Findings();
        takeFaults(canonical, "", faults);
        Mapped read = Canonical.read(canonical, today);
        return faults.isEmpty() ? read : refuse(read, faults.list());
    }

    /// A figure that no function could read goes to the strict reader as it is: it says that it
    /// cannot be compared, and that costs no record.
    private static JsonNode comparedOnly(JsonNode canonical) {
        FieldFault fault = FieldFault.in(canonical.path(SourceCredits.NAME));
        if (fault != null) ((ObjectNode) canonical).put(SourceCredits.NAME, fault.value());
        return canonical;
    }

    /// The value is not shown: the message of the language may hold any part of the record.
    private static Mapped refused(FindingCode code) {
        return new Mapped.Unmappable(null, List.of(new Finding(code, "", null)));
    }

    /// Takes the faults out of the tree; that there are none is the rule.
    private static void takeFaults(JsonNode node, String path, Findings found) {
        if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (isFault(field.getValue(), path, field.getKey(), found)) fields.remove();
            }
        } else if (node instanceof ArrayNode array) {
            int place = 0;
            for (Iterator<JsonNode> all = array.iterator(); all.hasNext(); place++) {
                if (isFault(all.next(), path, place, found)) all.remove();
            }
        }
    }

    private static boolean isFault(JsonNode value, String path, Object step, Findings found) {
        if (value instanceof ObjectNode || value instanceof ArrayNode) {
            takeFaults(value, path + "/" + step, found);
            return false;
        }
        FieldFault fault = FieldFault.in(value);
        if (fault == null) return false;
        found.add(fault.code(), path + "/" + step, fault.value());
        return true;
    }

    /// What the strict reader finds besides, except about a field that had a fault.
    private static Mapped refuse(Mapped read, List<Finding> faults) {
        return switch (read) {
            case Mapped.MappedRecord understood -> refuse(understood, faults);
            case Mapped.Unmappable refused -> {
                List<Finding> all = new ArrayList<>(faults);
                for (Finding finding : refused.findings()) {
                    if (faults.stream().noneMatch(fault -> isAbout(fault, finding))) {
                        all.add(finding);
                    }
                }
                yield new Mapped.Unmappable(refused.recordId(), all);
            }
        };
    }

    private static Mapped refuse(Mapped.MappedRecord understood, List<Finding> faults) {
        String recordId = understood.completion().recordId();
        return new Mapped.Unmappable(recordId, faults);
    }

    private static boolean isAbout(Finding fault, Finding finding) {
        return finding.field().equals(fault.field())
                || fault.field().startsWith(finding.field() + "/");
    }
}
