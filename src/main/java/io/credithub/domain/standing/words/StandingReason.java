package io.credithub.domain.standing.words;

import io.credithub.domain.Text;

/// One sentence on why a standing is what it is, for a teacher to read.
///
/// @param key of a school year `2023`, of a requirement line `centralised`, or of a line in a year
///   `2023/online`; of the first year and of the verdict their state
/// @param paragraph of the policy that it rests on
/// @param value the figure that it is about, with two places; below 0 where something is owed
public record StandingReason(Topic topic, String key, String paragraph, Text text, String value) {
    /// In the order in which they are told.
    public enum Topic {
        SCHOOL_YEAR,
        /// The first year of a new teacher; its figure is hours.
        PROBATION,
        REQUIREMENT,
        LOAN,
        VERDICT
    }
}
