package io.credithub.domain.policy;

import java.util.List;

/// How a rule of a policy is cited.
///
/// @param code stable within the policy
/// @param paragraphs of the regulation that it rests on
public record RuleLabel(String code, List<String> paragraphs) {
    public RuleLabel {
        paragraphs = List.copyOf(paragraphs);
    }
}
