package io.credithub.flow.rules;

import io.credithub.flow.feed.FileProblem;
import java.util.List;

/// The policy files, as they are now.
public interface RulesOnFile {
    /// @param policy the id of a file
    /// @param inForce the id of the main one in force: it stays the main one if the policy is one
    ///   of a part of the province
    FiledRules find(String policy, String inForce);

    /// What became of reading them.
    sealed interface FiledRules {
        record SoundRules(RuleSet rules) implements FiledRules {}

        /// There is no such policy, or the one in force is gone.
        ///
        /// @param known ids of those that are there
        record UnknownPolicy(List<String> known) implements FiledRules {}

        /// @param problems at least one
        record BrokenFiles(List<FileProblem> problems) implements FiledRules {}
    }
}
