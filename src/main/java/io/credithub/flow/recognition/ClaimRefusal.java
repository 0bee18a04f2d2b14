package io.credithub.flow.recognition;

import io.credithub.domain.completion.Finding;
import io.credithub.domain.recognition.ClaimWorkflow;
import java.util.List;

/// Why nothing is done about a claim.
public sealed interface ClaimRefusal {
    record BarredAction(ClaimWorkflow.Bar why) implements ClaimRefusal {}

    /// @param findings at least one, with pointers into what was sent
    record InvalidClaim(List<Finding> findings) implements ClaimRefusal {}

    /// The idempotency key or the reference stands for another claim.
    record TakenReference(boolean isByKey) implements ClaimRefusal {}

    /// Somebody else did something about the claim in the meantime.
    record ChangedMeanwhile() implements ClaimRefusal {}
}
