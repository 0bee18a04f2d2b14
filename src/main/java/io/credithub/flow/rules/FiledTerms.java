package io.credithub.flow.rules;

import java.util.Map;

/// What lies in the project's folder that records are matched by.
///
/// @param sound feeds whose files can be used
/// @param unsound feeds whose files cannot, with what is assumed of them
public record FiledTerms(
        MatchingVersion file, Map<String, FeedTerms> sound, Map<String, FeedTerms> unsound) {
    public FiledTerms {
        sound = Map.copyOf(sound);
        unsound = Map.copyOf(unsound);
    }

    /// What a registry begins with.
    public MatchingTerms first() {
        return new MatchingTerms(file, unsound).with(file, sound);
    }

    /// What would be in force by these files. A feed whose file cannot be used, or is gone, stays
    /// as it is: a broken file changes nothing.
    public MatchingTerms after(MatchingTerms inForce) {
        return inForce.with(file, sound);
    }
}
