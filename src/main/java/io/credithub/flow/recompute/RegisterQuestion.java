package io.credithub.flow.recompute;

import java.util.Set;

/// What another register would mean.
///
/// @param against number of what records are matched by now
/// @param subject what is done to it, in a few words
/// @param programmes numbers of the titles that may mean something else by it
public record RegisterQuestion(long against, String subject, Set<Integer> programmes) {
    public static final int SUBJECT_LENGTH_MAX = 200;

    public RegisterQuestion {
        programmes = Set.copyOf(programmes);
    }
}
