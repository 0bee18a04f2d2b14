package io.credithub.domain.policy.terms;

import io.credithub.domain.Credits;

/// No single training earns more than this, whatever its hours and its grade.
///
/// @param credits above 0; compared with the award after its rounding
public record EventMost(Credits credits, String paragraph) {
    public EventMost {
        if (credits.hundredths() <= 0) throw new IllegalArgumentException("most of an event");
    }
}
