package io.credithub.flow.rules;

import io.credithub.flow.feed.FileProblem;
import java.util.List;

/// The matching files of `mappings/reconciliation/`, as they are now; and the texts of such files,
/// wherever they are kept.
public interface MatchingOnFile {
    /// @param id the name of a file
    FiledMatching find(String id);

    /// The same of a text: of one that was in force once, or of one that somebody means to put in
    /// force.
    ///
    /// @param id the name of its file
    FiledMatching read(String id, String body);

    /// What became of reading one.
    sealed interface FiledMatching {
        record SoundMatching(MatchingVersion version) implements FiledMatching {}

        /// @param known ids of those that are there
        record UnknownMatching(List<String> known) implements FiledMatching {}

        /// @param problems at least one
        record BrokenMatching(List<FileProblem> problems) implements FiledMatching {}
    }
}
