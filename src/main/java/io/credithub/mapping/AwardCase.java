package io.credithub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.flow.Mapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worked case of an award: is a completion worth what it should be?
final class AwardCase {
    private final Policy policy;
    private final PolicyExample example;

    AwardCase(Policy policy, PolicyExample example) {
        this.policy = policy;
        this.example = example;
    }

    /// @return null if it is
    @Nullable String difference() {
        if (example.completion() == null || !example.completion().isObject()) {
            return "completion is missing";
        }
        if (example.credits() == null && example.findings() == null) {
            return "neither credits nor findings";
        }
        Came expected =
                new Came(
                        example.credits(),
                        example.rule(),
                        example.findings() == null ? List.of() : example.findings());
        Came found = found(example.completion());
        if (example.rule() == null) found = new Came(found.credits(), null, found.findings());
        return found.equals(expected) ? null : expected + " ≠ " + found;
    }

    /// What came out of a completion: credits and rule, or neither; and the codes of the findings.
    private record Came(@Nullable String credits, @Nullable String rule, List<String> findings) {
        @Override
        public String toString() {
            return credits + (rule == null ? "" : " " + rule) + " " + findings;
        }
    }

    private Came found(JsonNode completion) {
        return switch (canonical(completion)) {
            case Mapped.Refused refused -> new Came(null, null, codes(refused.findings()));
            case Mapped.Understood understood ->
                    switch (understood.completion()) {
                        case Completed completed -> judged(completed);
                        case Withdrawal _ -> new Came(null, null, List.of());
                    };
        };
    }

    private Came judged(Completed completed) {
        return switch (policy.judge(completed.facts())) {
            case Judgement.Unjudged unjudged -> new Came(null, null, codes(unjudged.findings()));
            case Judgement.Awarded awarded -> {
                Award award = awarded.award();
                String rule = policy.rules().get(award.rule()).code();
                yield new Came(award.credits().toString(), rule, codes(awarded.remarks()));
            }
        };
    }

    /// A case says nothing of who and what a record is about: an award does not depend on it.
    static Mapped canonical(JsonNode completion) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("recordId", "example");
        whole.putObject("teacher").put("teacherNo", "T1").put("name", "王小明");
        whole.putObject("program").put("name", "例");
        completion.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        return Canonical.read(whole, LocalDate.MAX);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().code()).toList();
    }
}
