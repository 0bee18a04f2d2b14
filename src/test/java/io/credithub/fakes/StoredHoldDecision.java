package io.credithub.fakes;

import io.credithub.flow.hold.Hold.PastDecision;
import io.credithub.flow.hold.HoldBook.NewDecision;
import java.time.Instant;

/// What was decided about a held record, and when.
record StoredHoldDecision(NewDecision made, Instant at) {
    PastDecision told() {
        return new PastDecision(
                made.decision(),
                made.version(),
                made.reason(),
                made.peer(),
                made.rule(),
                made.why(),
                at,
                made.by());
    }
}
