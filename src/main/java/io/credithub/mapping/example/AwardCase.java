package io.credithub.mapping.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credithub.domain.completion.Completed;
import io.credithub.domain.completion.Finding;
import io.credithub.domain.completion.Withdrawal;
import io.credithub.domain.policy.Award;
import io.credithub.domain.policy.Judgement;
import io.credithub.domain.policy.Policy;
import io.credithub.domain.policy.PolicyBook;
import io.credithub.flow.processing.Mapped;
import io.credithub.mapping.contract.Canonical;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A worked case of an award: is a completion worth what it should be?
final class AwardCase {
    private final Policy policy;
    private final PolicyBook book;
    private final PolicyExample example;

    AwardCase(Policy policy, PolicyBook book, PolicyExample example) {
        this.policy = policy;
        this.book = book;
        this.example = example;
    }

    /// @return null if it is
    @Nullable String difference() {
        if (example.standing() != null || example.awards() != null) {
            return "completion and standing in one case";
        }
        boolean judged = !PolicyExample.NO_POLICY.equals(example.policy());
        if (judged && example.credits() == null && example.findings() == null) {
            return "neither credits nor findings";
        }
        Came expected =
                new Came(
                        example.policy(),
                        example.credits(),
                        example.rule(),
                        example.findings() == null ? List.of() : example.findings());
        Came found = found().asFarAs(expected);
        return found.equals(expected) ? null : expected + " ≠ " + found;
    }

    /// What came out of a completion: credits and rule, or neither; and the codes of the findings.
    private record Came(
            @Nullable String policy,
            @Nullable String credits,
            @Nullable String rule,
            List<String> findings) {
        static Came refused(@Nullable String policy, List<Finding> findings) {
            return new Came(policy, null, null, codes(findings));
        }

        /// Without what nobody asks for.
        Came asFarAs(Came asked) {
            return new Came(
                    asked.policy == null ? null : policy,
                    credits,
                    asked.rule == null ? null : rule,
                    findings);
        }

        @Override
        public String toString() {
            return (policy == null ? "" : policy + " ")
                    + credits
                    + (rule == null ? "" : " " + rule)
                    + " "
                    + findings;
        }
    }

    private Came found() {
        JsonNode record = example.completion();
        if (!(record instanceof ObjectNode completion))
            return new Came(null, null, null, List.of());
        return switch (canonical(completion)) {
            case Mapped.Unmappable refused -> Came.refused(null, refused.findings());
            case Mapped.MappedRecord understood ->
                    switch (understood.completion()) {
                        case Completed completed -> judged(completed);
                        case Withdrawal _ -> Came.refused(null, List.of());
                    };
        };
    }

    private Came judged(Completed completed) {
        String division = example.division();
        Optional<Policy> there =
                division == null ? Optional.of(policy) : book.on(division, completed.completedOn());
        return there.map(judge -> judged(judge, completed))
                .orElse(Came.refused(PolicyExample.NO_POLICY, List.of()));
    }

    private static Came judged(Policy judge, Completed completed) {
        return switch (judge.judge(completed.facts())) {
            case Judgement.Unjudged unjudged -> Came.refused(judge.id(), unjudged.findings());
            case Judgement.Awarded awarded -> {
                Award award = awarded.award();
                List<Finding> findings = new ArrayList<>(awarded.remarks());
                findings.addAll(judge.silence(completed.facts()));
                yield new Came(
                        judge.id(),
                        award.credits().toString(),
                        judge.rules().get(award.rule()).code(),
                        codes(findings));
            }
        };
    }

    /// A case says nothing of who and what a record is about: an award does not depend on it.
    static Mapped canonical(ObjectNode completion) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("recordId", "example");
        whole.putObject("teacher").put("teacherNo", "T1").put("name", "王小明");
        whole.putObject("program").put("name", "例");
        whole.setAll(completion);
        return Canonical.read(whole, LocalDate.MAX);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().code()).toList();
    }
}
