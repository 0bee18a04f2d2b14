package io.credithub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.FindingCode;
import io.credithub.flow.Mapped;
import io.credithub.flow.Mapping.Mapper;
import io.credithub.flow.RawRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Maps a source's record to the canonical form with one compiled JSLT template, then reads that as
/// strictly as a pushed record is read.
final class JsltMapper implements Mapper {
    private final Expression template;

    JsltMapper(Expression template) {
        this.template = template;
    }

    @Override
    public Mapped map(RawRecord raw, LocalDate today) {
        JsonNode canonical;
        try {
            canonical = template.apply(raw.fields());
        } catch (JsltException broken) {
            Finding finding = new Finding(FindingCode.WRONG_TYPE, "", broken.getMessage());
            return new Mapped.Refused(null, List.of(finding));
        }
        List<Finding> faults = faults(canonical, "", null);
        Mapped read = Canonical.read(canonical, today);
        return faults == null ? read : refuse(read, faults);
    }

    /// Takes the faults out of the tree; null if there are none, which is the rule.
    private static @Nullable List<Finding> faults(
            JsonNode node, String path, @Nullable List<Finding> found) {
        if (!(node instanceof ObjectNode object)) return found;
        List<Finding> faults = found;
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            FieldFault fault = FieldFault.in(field.getValue());
            if (fault != null) {
                String pointer = path + "/" + field.getKey();
                if (faults == null) faults = new ArrayList<>();
                faults.add(new Finding(fault.code(), pointer, fault.value()));
                fields.remove();
            } else if (field.getValue() instanceof ObjectNode child) {
                faults = faults(child, path + "/" + field.getKey(), faults);
            } else if (field.getValue() instanceof ArrayNode array) {
                for (JsonNode one : array) {
                    faults = faults(one, path + "/" + field.getKey(), faults);
                }
            }
        }
        return faults;
    }

    /// What the strict reader finds besides, except that a field is missing which had a fault.
    private static Mapped refuse(Mapped read, List<Finding> faults) {
        return switch (read) {
            case Mapped.Understood understood ->
                    new Mapped.Refused(understood.completion().recordId(), faults);
            case Mapped.Refused refused -> {
                List<Finding> all = new ArrayList<>(faults);
                for (Finding finding : refused.findings()) {
                    if (faults.stream().noneMatch(f -> f.field().equals(finding.field()))) {
                        all.add(finding);
                    }
                }
                yield new Mapped.Refused(refused.recordId(), all);
            }
        };
    }
}
