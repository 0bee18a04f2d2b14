package io.credithub.flow.rules;

import java.util.List;

/// The policy versions of a province as its files state them.
///
/// @param main judges where and when no other holds
/// @param all those that hold in the province or in a part of it, the main one among them
public record RuleSet(PolicyVersion main, List<PolicyVersion> all) {
    public RuleSet {
        all = List.copyOf(all);
    }
}
