package io.credithub.mapping.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.credithub.domain.completion.Completed.Evidence;
import io.credithub.domain.completion.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the papers that a record names: 培训通知, 花名表, 培训档案, 结业证书, decisions.
public final class EvidenceFields {
    private static final int MOST = 50;
    private static final int REFERENCE_LENGTH_MAX = 500;
    public static final Set<String> NAMES = Set.of("kind", "reference");
    private static final Map<String, Evidence.Kind> KINDS = Codes.byName(Evidence.Kind.values());

    private EvidenceFields() {}

    static List<Evidence> read(@Nullable JsonNode evidence, Findings findings) {
        if (evidence == null) return List.of();
        if (!evidence.isArray()) {
            findings.add(FindingCode.WRONG_TYPE, "/evidence", evidence);
            return List.of();
        }
        if (evidence.size() > MOST) {
            findings.add(FindingCode.OUT_OF_RANGE, "/evidence", String.valueOf(evidence.size()));
            return List.of();
        }
        List<Evidence> papers = new ArrayList<>(evidence.size());
        for (int i = 0; i < evidence.size(); i++) {
            Evidence paper = paper(evidence.get(i), "/evidence/" + i, findings);
            if (paper != null) papers.add(paper);
        }
        return List.copyOf(papers);
    }

    private static @Nullable Evidence paper(JsonNode node, String field, Findings findings) {
        if (!Shape.isObject(node, field, NAMES, findings)) return null;
        JsonNode code = Shape.required(node, "kind", field + "/kind", findings);
        Evidence.Kind kind =
                code == null ? null : Scalars.code(code, field + "/kind", KINDS, findings);
        String reference =
                new TextField("reference", field + "/reference", REFERENCE_LENGTH_MAX)
                        .required(node, findings);
        return kind == null || reference == null ? null : new Evidence(kind, reference);
    }
}
